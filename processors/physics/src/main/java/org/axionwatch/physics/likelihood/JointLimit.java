package org.axionwatch.physics.likelihood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Joint limit from several independent profile curves q_i(x) of one quantity x = coupling^power: the curves add. A curve
 * is known on a grid around its best fit; between grid points and beyond them it is continued by the parabola through the
 * three nearest points, which is exact for a Gaussian likelihood.
 */
public final class JointLimit {

    private static final int STEPS = 200;
    private static final double TOLERANCE = 1e-12;

    private static final double ONE_SIDED_95_SIGMA = 1.6448536269514722;

    private final List<Curve> curves = new ArrayList<>();
    private double expectedPrecision;

    /**
     * One profile curve.
     *
     * @param values rising values of x, at least three
     * @param profile q at each
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Curve(double[] values, double[] profile) {

        double at(double x) {
            int right = 1;
            while (right < values.length - 1 && values[right] < x) {
                right++;
            }
            int first = Math.min(Math.max(right - 1, 0), values.length - 3);
            return parabola(x, first);
        }

        private double parabola(double x, int i) {
            double a = values[i];
            double b = values[i + 1];
            double c = values[i + 2];
            return profile[i] * (x - b) * (x - c) / ((a - b) * (a - c))
                    + profile[i + 1] * (x - a) * (x - c) / ((b - a) * (b - c))
                    + profile[i + 2] * (x - a) * (x - b) / ((c - a) * (c - b));
        }
    }

    /**
     * Adds one curve.
     *
     * @param values rising values of x, at least three
     * @param profile q at each, finite
     * @throws LikelihoodException LENGTH_MISMATCH or BAD_PARAMETER
     */
    public void add(double[] values, double[] profile) {
        if (values.length < 3 || values.length != profile.length) {
            throw new LikelihoodException(
                    LikelihoodException.Reason.LENGTH_MISMATCH,
                    values.length + " values and " + profile.length + " points of a profile");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(profile[i])
                    || !Double.isFinite(values[i])
                    || (i > 0 && !(values[i] > values[i - 1]))) {
                throw new LikelihoodException(
                        LikelihoodException.Reason.BAD_PARAMETER,
                        "point " + i + " of a profile is not finite or rising");
            }
        }
        curves.add(new Curve(values.clone(), profile.clone()));
    }

    /**
     * Tells the median limit that background alone lets expect from one curve; the precisions (1.645/median)^2 add, which is
     * exact for a Gaussian likelihood.
     *
     * @param medianLimit expected limit in x, above zero
     */
    public void expect(double medianLimit) {
        if (!(medianLimit > 0 && medianLimit <= Double.MAX_VALUE)) {
            throw new LikelihoodException(
                    LikelihoodException.Reason.BAD_PARAMETER, "expected limit " + medianLimit + " is not above zero");
        }
        double precision = ONE_SIDED_95_SIGMA / medianLimit;
        expectedPrecision += precision * precision;
    }

    /**
     * Amplitudes a = (g/own)^power of one source as x = (g/common)^power.
     *
     * @param amplitudes a of the source
     * @param ownReference its reference coupling
     * @param commonReference reference coupling of x, in the same unit
     * @param power power of the coupling
     */
    public static double[] rescaled(double[] amplitudes, double ownReference, double commonReference, double power) {
        double factor = Math.pow(ownReference / commonReference, power);
        return Arrays.stream(amplitudes).map(amplitude -> amplitude * factor).toArray();
    }

    /** Coupling at x = (g/reference)^power, in the unit of the reference. */
    public static double coupling(double x, double reference, double power) {
        return reference * Math.pow(x, 1 / power);
    }

    /**
     * The upper limit, but not below the limit that background alone would give at -1 standard deviation (arXiv:1105.3166);
     * empty where there is none above zero.
     *
     * @param threshold rise of q, 2.71 for a one-sided 95 % limit
     */
    public OptionalDouble powerConstrainedLimit(double threshold) {
        OptionalDouble limit = upperLimit(threshold);
        if (limit.isEmpty()) {
            return limit;
        }
        double floor = expectedPrecision > 0 ? (ONE_SIDED_95_SIGMA - 1) / Math.sqrt(expectedPrecision) : 0;
        double constrained = Math.max(limit.getAsDouble(), floor);
        return constrained > 0 ? OptionalDouble.of(constrained) : OptionalDouble.empty();
    }

    /** Limits that background alone lets expect, for a Gaussian likelihood; empty where no curve has told its expectation. */
    public Optional<ExpectedLimits> expected() {
        return expectedPrecision > 0
                ? Optional.of(ExpectedLimits.gaussian(1 / Math.sqrt(expectedPrecision)))
                : Optional.empty();
    }

    /** x of the smallest summed q. */
    public double best() {
        double low =
                curves.stream().mapToDouble(curve -> curve.values()[0]).min().orElseThrow();
        double high = curves.stream()
                .mapToDouble(curve -> curve.values()[curve.values().length - 1])
                .max()
                .orElseThrow();
        double best = low;
        for (int i = 0; i <= STEPS; i++) {
            double x = low + (high - low) * i / STEPS;
            best = sum(x) < sum(best) ? x : best;
        }
        double step = (high - low) / STEPS;
        return minimum(best - step, best + step);
    }

    /** sqrt of the summed q(0) above its minimum, with the sign of the best x, sigma. */
    public double significance() {
        double best = best();
        return Math.copySign(Math.sqrt(Math.max(0, sum(0) - sum(best))), best);
    }

    /**
     * x above the best where the summed q has risen by a threshold; empty where it never does.
     *
     * @param threshold rise of q, 2.71 for a one-sided 95 % limit
     */
    public OptionalDouble upperLimit(double threshold) {
        double best = best();
        double target = sum(best) + threshold;
        double step = curves.stream()
                .mapToDouble(curve -> curve.values()[1] - curve.values()[0])
                .min()
                .orElseThrow();
        double low = best;
        double high = best + step;
        for (int i = 0; i < STEPS && sum(high) < target; i++) {
            low = high;
            step *= 1.5;
            high += step;
        }
        if (!(sum(high) >= target)) {
            return OptionalDouble.empty();
        }
        while (high - low > TOLERANCE * Math.max(Math.abs(high), step)) {
            double middle = 0.5 * (low + high);
            if (middle == low || middle == high) {
                break;
            }
            if (sum(middle) < target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(high);
    }

    private double minimum(double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < STEPS; i++) {
            double left = low + (high - low) / 3;
            double right = high - (high - low) / 3;
            if (sum(left) <= sum(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return 0.5 * (low + high);
    }

    private double sum(double x) {
        double sum = 0;
        for (Curve curve : curves) {
            sum += curve.at(x);
        }
        return sum;
    }
}
