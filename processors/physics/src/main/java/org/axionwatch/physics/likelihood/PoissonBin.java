package org.axionwatch.physics.likelihood;

import java.util.stream.DoubleStream;
import org.apache.commons.math3.special.Gamma;
import org.axionwatch.physics.likelihood.LikelihoodException.Reason;

/**
 * One energy bin of the likelihood n_i ~ Poisson(S s_i + A b_i) over pixels or regions i: S signal counts over the
 * template s, and one free background amplitude A &gt;= 0 over the shape b (equation 1 of arXiv:2008.03305, a product
 * over pixels). S may be negative; where it would force a mean below zero, A is raised to the smallest allowed value.
 * Counts may be fractional (Asimov sets). Immutable.
 */
public final class PoissonBin {

    private final double[] counts;
    private final double[] signal;
    private final double[] background;
    private final double signalCountsPerAmplitude;
    private final double totalCounts;
    private final double totalSignal;
    private final double totalBackground;
    private final double logFactorials;
    private final double largestSignalToBackground;

    /**
     * @param counts observed counts of each pixel, at least 0
     * @param signal fraction of the signal counts in each pixel, at least 0; sums to 1, or less where signal leaks out
     * @param background background shape of each pixel, above 0, any normalisation
     * @param signalCountsPerAmplitude signal counts S at signal amplitude a = 1, at least 0
     * @throws LikelihoodException LENGTH_MISMATCH, BAD_COUNTS, BAD_SIGNAL or BAD_BACKGROUND
     */
    public PoissonBin(double[] counts, double[] signal, double[] background, double signalCountsPerAmplitude) {
        if (counts.length == 0 || counts.length != signal.length || counts.length != background.length) {
            throw new LikelihoodException(
                    Reason.LENGTH_MISMATCH,
                    counts.length + " counts, " + signal.length + " signal and " + background.length
                            + " background entries");
        }
        requireAll(counts, Reason.BAD_COUNTS, 0);
        requireAll(signal, Reason.BAD_SIGNAL, 0);
        requireAll(background, Reason.BAD_BACKGROUND, Double.MIN_VALUE);
        requireAll(new double[] {signalCountsPerAmplitude}, Reason.BAD_SIGNAL, 0);
        this.counts = counts.clone();
        this.signal = signal.clone();
        this.background = background.clone();
        this.signalCountsPerAmplitude = signalCountsPerAmplitude;
        this.totalCounts = DoubleStream.of(counts).sum();
        this.totalSignal = DoubleStream.of(signal).sum();
        this.totalBackground = DoubleStream.of(background).sum();
        this.logFactorials =
                DoubleStream.of(counts).map(count -> Gamma.logGamma(count + 1)).sum();
        double largest = 0;
        for (int i = 0; i < counts.length; i++) {
            largest = Math.max(largest, signal[i] / background[i]);
        }
        this.largestSignalToBackground = largest;
    }

    public double signalCountsPerAmplitude() {
        return signalCountsPerAmplitude;
    }

    public double totalCounts() {
        return totalCounts;
    }

    double logFactorials() {
        return logFactorials;
    }

    double totalSignal() {
        return totalSignal;
    }

    /**
     * Profiles the background at a given number of signal counts.
     *
     * @param signalCounts S, negative allowed
     * @return the best background amplitude and ln p with ln n! included
     */
    public BackgroundProfile profile(double signalCounts) {
        double[] ratio = signalToBackground(signalCounts);
        double offset = smallest(ratio);
        double lift = BackgroundRoot.lift(counts, ratio, offset, totalBackground);
        return new BackgroundProfile(lift - offset, logProbability(ratio, offset, lift));
    }

    /** The same bin with the counts that background alone of this amplitude predicts on average. */
    PoissonBin asimov(double backgroundAmplitude) {
        double[] expected = new double[counts.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = backgroundAmplitude * background[i];
        }
        return new PoissonBin(expected, signal, background, signalCountsPerAmplitude);
    }

    /**
     * Slope of the profiled ln p in S. At S = 0 of an empty bin the curve has a kink; {@code side} -1 or +1 picks the
     * branch.
     */
    double slope(double signalCounts, int side) {
        if (signalCounts == 0 && totalCounts == 0) {
            return side > 0 ? -totalSignal : largestSignalToBackground * totalBackground - totalSignal;
        }
        double[] ratio = signalToBackground(signalCounts);
        double offset = smallest(ratio);
        double lift = BackgroundRoot.lift(counts, ratio, offset, totalBackground);
        double slope = -totalSignal;
        double backgroundSlope = -totalBackground;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                double expectedPerBackground = ratio[i] - offset + lift;
                slope += counts[i] * signal[i] / (background[i] * expectedPerBackground);
                backgroundSlope += counts[i] / expectedPerBackground;
            }
        }
        boolean heldUpBySignal = lift == 0 && offset < 0;
        return heldUpBySignal ? slope - largestSignalToBackground * backgroundSlope : slope;
    }

    private double[] signalToBackground(double signalCounts) {
        double[] ratio = new double[counts.length];
        for (int i = 0; i < ratio.length; i++) {
            ratio[i] = signalCounts * signal[i] / background[i];
        }
        return ratio;
    }

    private double logProbability(double[] ratio, double offset, double lift) {
        double sum = -logFactorials;
        for (int i = 0; i < counts.length; i++) {
            double expected = background[i] * (ratio[i] - offset + lift);
            sum -= expected;
            if (counts[i] > 0) {
                sum += counts[i] * Math.log(expected);
            }
        }
        return sum;
    }

    private static double smallest(double[] values) {
        double smallest = values[0];
        for (double value : values) {
            smallest = Math.min(smallest, value);
        }
        return smallest;
    }

    private static void requireAll(double[] values, Reason reason, double atLeast) {
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= atLeast && values[i] <= Double.MAX_VALUE)) {
                throw new LikelihoodException(reason, "entry " + i + " is " + values[i]);
            }
        }
    }
}
