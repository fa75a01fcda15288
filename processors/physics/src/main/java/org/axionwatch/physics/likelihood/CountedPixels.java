package org.axionwatch.physics.likelihood;

import java.util.Arrays;

/**
 * The pixels of one energy bin that hold counts, for many signals in turn: ln L(signal) - ln L(no signal) with the
 * background amplitude A &gt;= 0 profiled. A starts from the one before, so neighbouring signals cost two or three
 * Newton steps. Signals are at least 0. Not for several threads.
 */
final class CountedPixels {

    private static final int MAX_STEPS = 100;
    private static final double CLOSE = 1e-5;
    private static final double SAFE_EXPONENT = 200;
    private static final double SMALLEST_FACTOR = 0.3;
    private static final int FEW = 8;
    private static final double LARGEST_PRODUCT = 1e100;

    private final int[] pixels;
    private final double[] counts;
    private final double[] ratios;
    private final double totalCounts;
    private final double totalBackground;
    private double amplitude;

    /**
     * @param counts counts of every pixel, at least 0, fractions allowed
     * @param totalBackground sum of the background shape over all pixels
     */
    CountedPixels(double[] counts, double totalBackground) {
        int counted = 0;
        double total = 0;
        int[] indices = new int[counts.length];
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                indices[counted++] = i;
                total += counts[i];
            }
        }
        this.pixels = Arrays.copyOf(indices, counted);
        this.counts = new double[counted];
        for (int i = 0; i < counted; i++) {
            this.counts[i] = counts[pixels[i]];
        }
        this.ratios = new double[counted];
        this.totalCounts = total;
        this.totalBackground = totalBackground;
        this.amplitude = nullAmplitude();
    }

    /** Background amplitude without signal. */
    double nullAmplitude() {
        return totalCounts / totalBackground;
    }

    /**
     * ln L(signal) - ln L(no signal).
     *
     * @param signalToBackground signal over background shape of every pixel
     * @param totalSignal signal counts of all pixels
     */
    double relativeLogLikelihood(double[] signalToBackground, double totalSignal) {
        if (totalCounts == 0) {
            return -totalSignal;
        }
        for (int i = 0; i < pixels.length; i++) {
            ratios[i] = signalToBackground[pixels[i]];
        }
        amplitude = root();
        return logProduct() - totalSignal - (amplitude - nullAmplitude()) * totalBackground;
    }

    /** Root of sum n/(r + A) = W, or 0 where the left side is below W there. */
    private double root() {
        double low = 0;
        double high = nullAmplitude();
        double x = Math.min(amplitude, high);
        for (int step = 0; step < MAX_STEPS && high > low; step++) {
            double value = -totalBackground;
            double slope = 0;
            for (int i = 0; i < ratios.length; i++) {
                double inverse = 1 / (ratios[i] + x);
                double share = counts[i] * inverse;
                value += share;
                slope += share * inverse;
            }
            if (x == 0 && value <= 0) {
                return 0;
            }
            if (value > 0) {
                low = x;
            } else {
                high = x;
            }
            double next = next(x + value / slope, low, high);
            if (Math.abs(next - x) <= CLOSE * x) {
                return next;
            }
            x = next;
        }
        return x;
    }

    /** Newton's step; 0 where it leads below, and half way where it leads out of the bracket. */
    private static double next(double newton, double low, double high) {
        if (newton > low && newton <= high) {
            return newton;
        }
        return low == 0 && newton <= 0 ? 0 : 0.5 * (low + high);
    }

    /** sum n ln((r + A)/A0); powers that cannot overflow are multiplied up and share one logarithm. */
    private double logProduct() {
        double scale = 1 / nullAmplitude();
        double sum = 0;
        double product = 1;
        for (int i = 0; i < ratios.length; i++) {
            double factor = (ratios[i] + amplitude) * scale;
            double count = counts[i];
            int power = (int) count;
            if (power == count && isSafe(factor, power)) {
                product *= power(factor, power);
                if (!(product < LARGEST_PRODUCT && product > 1 / LARGEST_PRODUCT)) {
                    sum += Math.log(product);
                    product = 1;
                }
            } else {
                sum += count * Math.log(factor);
            }
        }
        return sum + Math.log(product);
    }

    /** Whether the power stays within 1e-150 and 1e150. */
    private static boolean isSafe(double factor, int power) {
        return power <= FEW
                ? factor > 1e-18 && factor < 1e18
                : factor > SMALLEST_FACTOR && power * Math.abs(factor - 1) < SAFE_EXPONENT;
    }

    private static double power(double base, int exponent) {
        double result = 1;
        double square = base;
        for (int rest = exponent; rest > 0; rest >>= 1) {
            result *= (rest & 1) == 1 ? square : 1;
            square *= square;
        }
        return result;
    }
}
