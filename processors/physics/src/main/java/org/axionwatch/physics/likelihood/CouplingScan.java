package org.axionwatch.physics.likelihood;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.axionwatch.physics.likelihood.LikelihoodException.Reason;

/**
 * Likelihood n_ik ~ Poisson(s_ik(g) + b_i t_k) over a grid of couplings g &gt; 0, for signals that need not go as a power
 * of the coupling, such as those of axions that decay on the way. The background of every energy bin is profiled.
 * Between grid points a signal follows the power law of its neighbours. One-sided: TS(g) = 2 [ln L(best) - ln L(g)]
 * above the best coupling, g = 0 included among the candidates. Immutable.
 */
public final class CouplingScan {

    private static final double PRECISION = 1e-9;
    private static final int MAX_EVALUATIONS = 200;

    private final double[] couplings;
    private final double[][][] ratios;
    private final double[][] totals;
    private final double[] backgroundShapes;
    private final double totalBackground;

    /**
     * @param couplings rising couplings above zero, at least two
     * @param signals expected signal counts, [coupling][bin][region], at least 0
     * @param backgroundShapes background of each region relative to the others, above 0
     * @throws LikelihoodException LENGTH_MISMATCH, BAD_PARAMETER, BAD_SIGNAL or BAD_BACKGROUND
     */
    public CouplingScan(double[] couplings, double[][][] signals, double[] backgroundShapes) {
        requireRising(couplings);
        if (signals.length != couplings.length) {
            throw new LikelihoodException(
                    Reason.LENGTH_MISMATCH, signals.length + " signals for " + couplings.length + " couplings");
        }
        require(backgroundShapes, Double.MIN_VALUE, Reason.BAD_BACKGROUND);
        this.couplings = couplings.clone();
        this.backgroundShapes = backgroundShapes.clone();
        this.totalBackground = Arrays.stream(backgroundShapes).sum();
        int bins = signals[0].length;
        this.ratios = new double[couplings.length][bins][];
        this.totals = new double[couplings.length][bins];
        for (int k = 0; k < couplings.length; k++) {
            requireShape(signals[k], bins);
            for (int bin = 0; bin < bins; bin++) {
                require(signals[k][bin], 0, Reason.BAD_SIGNAL);
                ratios[k][bin] = ratio(signals[k][bin]);
                totals[k][bin] = Arrays.stream(signals[k][bin]).sum();
            }
        }
    }

    /**
     * ln L(g) - ln L(0) at every coupling of the grid.
     *
     * @param counts observed counts, [bin][region], at least 0; fractions are allowed (Asimov sets)
     * @throws LikelihoodException LENGTH_MISMATCH or BAD_COUNTS
     */
    public double[] relativeLogLikelihoods(double[][] counts) {
        CountedPixels[] pixels = pixels(counts);
        double[] sums = new double[couplings.length];
        for (int k = 0; k < couplings.length; k++) {
            for (int bin = 0; bin < pixels.length; bin++) {
                sums[k] += pixels[bin].relativeLogLikelihood(ratios[k][bin], totals[k][bin]);
            }
        }
        return sums;
    }

    /**
     * Best coupling and one-sided limit.
     *
     * @param counts observed counts, [bin][region]
     * @param threshold TS at the limit, {@link PhysicalFit#DEFAULT_THRESHOLD} for 95 %
     * @throws LikelihoodException LENGTH_MISMATCH, BAD_COUNTS or BAD_PARAMETER
     */
    public Limit limit(double[][] counts, double threshold) {
        if (!(threshold > 0 && threshold <= Double.MAX_VALUE)) {
            throw new LikelihoodException(Reason.BAD_PARAMETER, "threshold " + threshold + " is not above zero");
        }
        double[] grid = relativeLogLikelihoods(counts);
        CountedPixels[] pixels = pixels(counts);
        int highest = IntStream.range(0, grid.length)
                .reduce((i, k) -> grid[k] > grid[i] ? k : i)
                .orElse(0);
        double best = grid[highest] > 0 ? refined(pixels, highest) : 0;
        double bestLogLikelihood = best > 0 ? at(pixels, best) : 0;
        double level = bestLogLikelihood - threshold / 2;
        for (int k = 0; k < grid.length; k++) {
            if (couplings[k] > best && grid[k] < level) {
                double from = k == 0 ? couplings[0] : Math.max(best, couplings[k - 1]);
                double crossing = k == 0 ? couplings[0] : crossing(pixels, from, couplings[k], level);
                return new Limit(best, Math.max(0, 2 * bestLogLikelihood), crossing);
            }
        }
        return new Limit(best, Math.max(0, 2 * bestLogLikelihood), Double.POSITIVE_INFINITY);
    }

    /**
     * Limits that background alone lets expect, TS = (1.645 + N)^2 on the Asimov set, as couplings.
     *
     * @param backgroundAmplitudes background of each energy bin in counts per unit of shape, at least 0
     */
    public ExpectedLimits expected(double[] backgroundAmplitudes) {
        double[][] asimov = Arrays.stream(backgroundAmplitudes)
                .mapToObj(amplitude -> Arrays.stream(backgroundShapes)
                        .map(shape -> amplitude * shape)
                        .toArray())
                .toArray(double[][]::new);
        double[] limits = IntStream.rangeClosed(-1, 2)
                .mapToDouble(sigmas -> Math.pow(ExpectedLimits.ONE_SIDED_95_SIGMA + sigmas, 2))
                .map(threshold -> limit(asimov, threshold).upperLimit())
                .toArray();
        return new ExpectedLimits(limits[0], limits[1], limits[2], limits[3]);
    }

    /**
     * A one-sided limit.
     *
     * @param best best coupling, at least 0
     * @param testStatistic TS = 2 [ln L(best) - ln L(0)]
     * @param upperLimit coupling above it where TS reaches the threshold; the first of the grid where already that is
     *     excluded, infinite where none is
     */
    public record Limit(double best, double testStatistic, double upperLimit) {}

    private double at(CountedPixels[] pixels, double coupling) {
        int right = 1;
        while (right < couplings.length - 1 && couplings[right] < coupling) {
            right++;
        }
        double weight = Math.log(coupling / couplings[right - 1]) / Math.log(couplings[right] / couplings[right - 1]);
        double sum = 0;
        for (int bin = 0; bin < pixels.length; bin++) {
            double[] ratio = new double[backgroundShapes.length];
            double total = 0;
            for (int region = 0; region < ratio.length; region++) {
                ratio[region] = between(ratios[right - 1][bin][region], ratios[right][bin][region], weight);
                total += ratio[region] * backgroundShapes[region];
            }
            sum += pixels[bin].relativeLogLikelihood(ratio, total);
        }
        return sum;
    }

    private static double between(double left, double right, double weight) {
        return left > 0 && right > 0
                ? left * Math.pow(right / left, weight)
                : Math.max(0, left + weight * (right - left));
    }

    private double refined(CountedPixels[] pixels, int highest) {
        double low = couplings[Math.max(0, highest - 1)];
        double high = couplings[Math.min(couplings.length - 1, highest + 1)];
        return new BrentOptimizer(PRECISION, Double.MIN_NORMAL)
                .optimize(
                        new MaxEval(MAX_EVALUATIONS),
                        new UnivariateObjectiveFunction(coupling -> at(pixels, coupling)),
                        GoalType.MAXIMIZE,
                        new SearchInterval(low, high, couplings[highest]))
                .getPoint();
    }

    /** Bisection in ln g: the curve falls through the level between the two. */
    private double crossing(CountedPixels[] pixels, double low, double high, double level) {
        double inside = Math.log(low);
        double outside = Math.log(high);
        while (outside - inside > PRECISION) {
            double middle = 0.5 * (inside + outside);
            if (at(pixels, Math.exp(middle)) < level) {
                outside = middle;
            } else {
                inside = middle;
            }
        }
        return Math.exp(0.5 * (inside + outside));
    }

    private CountedPixels[] pixels(double[][] counts) {
        requireShape(counts, ratios[0].length);
        return Arrays.stream(counts)
                .map(bin -> new CountedPixels(require(bin, 0, Reason.BAD_COUNTS), totalBackground))
                .toArray(CountedPixels[]::new);
    }

    private double[] ratio(double[] signal) {
        return IntStream.range(0, signal.length)
                .mapToDouble(region -> signal[region] / backgroundShapes[region])
                .toArray();
    }

    private void requireShape(double[][] values, int bins) {
        if (values.length != bins || Arrays.stream(values).anyMatch(row -> row.length != backgroundShapes.length)) {
            throw new LikelihoodException(
                    Reason.LENGTH_MISMATCH, "need " + bins + " bins of " + backgroundShapes.length + " regions");
        }
    }

    private static void requireRising(double[] couplings) {
        double previous = 0;
        for (double coupling : couplings) {
            if (!(coupling > previous && coupling <= Double.MAX_VALUE)) {
                throw new LikelihoodException(Reason.BAD_PARAMETER, "couplings must rise from above zero");
            }
            previous = coupling;
        }
        if (couplings.length < 2) {
            throw new LikelihoodException(Reason.LENGTH_MISMATCH, couplings.length + " couplings; need two");
        }
    }

    private static double[] require(double[] values, double least, Reason reason) {
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= least && values[i] <= Double.MAX_VALUE)) {
                throw new LikelihoodException(reason, "entry " + i + " is " + values[i]);
            }
        }
        return values;
    }
}
