package org.axionwatch.physics.likelihood;

import java.util.List;
import java.util.OptionalDouble;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BracketingNthOrderBrentSolver;
import org.axionwatch.physics.likelihood.LikelihoodException.Reason;

/**
 * Joint likelihood of several {@link PoissonBin}s in one signed signal amplitude a, S_k = a c_k, with every bin's
 * background profiled. ln L(a) is concave, so best fit and limits are unique; where it is flat around a = 0, because
 * signal and background have the same shape, the best fit is a = 0. Immutable.
 */
public final class ProfileLikelihood {

    private static final int MAX_DOUBLINGS = 200;
    private static final int MAX_BISECTIONS = 400;
    private static final int MAX_EVALUATIONS = 1000;
    private static final double FLAT = 1e-12;

    private final List<PoissonBin> bins;
    private final double signalPerAmplitude;
    private final double scale;
    private final double bestAmplitude;
    private final double bestLogLikelihood;

    /**
     * @param bins at least one bin, at least one of them with signal
     * @throws LikelihoodException LENGTH_MISMATCH without bins, NO_SIGNAL where a has no effect
     */
    public ProfileLikelihood(List<PoissonBin> bins) {
        if (bins.isEmpty()) {
            throw new LikelihoodException(Reason.LENGTH_MISMATCH, "no bins");
        }
        this.bins = List.copyOf(bins);
        this.signalPerAmplitude = bins.stream()
                .mapToDouble(bin -> bin.signalCountsPerAmplitude() * bin.totalSignal())
                .sum();
        if (!(signalPerAmplitude > 0)) {
            throw new LikelihoodException(Reason.NO_SIGNAL, "all " + bins.size() + " bins have zero signal at a = 1");
        }
        double counts = bins.stream().mapToDouble(PoissonBin::totalCounts).sum();
        this.scale = Math.sqrt(counts + 1) / signalPerAmplitude;
        this.bestAmplitude = findBestAmplitude();
        this.bestLogLikelihood = logLikelihood(bestAmplitude);
    }

    public List<PoissonBin> bins() {
        return bins;
    }

    /** Amplitude of maximum likelihood; may be negative. */
    public double bestAmplitude() {
        return bestAmplitude;
    }

    /** ln L at the best amplitude, ln n! included. */
    public double bestLogLikelihood() {
        return bestLogLikelihood;
    }

    /** ln L(a) with the background of every bin profiled, ln n! included. */
    public double logLikelihood(double amplitude) {
        double sum = 0;
        for (PoissonBin bin : bins) {
            sum += bin.profile(amplitude * bin.signalCountsPerAmplitude()).logProbability();
        }
        return sum;
    }

    /** ln L(a) without the constant ln n!, as arXiv:2412.03660 prints it. */
    public double logLikelihoodWithoutFactorials(double amplitude) {
        return logLikelihood(amplitude)
                + bins.stream().mapToDouble(PoissonBin::logFactorials).sum();
    }

    /** Profile curve q(a) = 2 [ln L(best) - ln L(a)], at least 0, two-sided. */
    public double testStatistic(double amplitude) {
        return Math.max(0, 2 * (bestLogLikelihood - logLikelihood(amplitude)));
    }

    /** Background amplitude of each bin, profiled without signal. */
    public double[] nullBackgroundAmplitudes() {
        return bins.stream()
                .mapToDouble(bin -> bin.profile(0).backgroundAmplitude())
                .toArray();
    }

    /** Amplitude above the best fit where q reaches the threshold. */
    public double upperCrossing(double threshold) {
        return crossing(threshold, +1)
                .orElseThrow(() ->
                        new LikelihoodException(Reason.BAD_PARAMETER, "q never reaches the threshold " + threshold));
    }

    /** Amplitude below the best fit where q reaches the threshold; empty where signal cannot be told from background. */
    public OptionalDouble lowerCrossing(double threshold) {
        return crossing(threshold, -1);
    }

    /** The same model with the counts that its null background predicts on average. */
    public ProfileLikelihood asimov() {
        return new ProfileLikelihood(bins.stream()
                .map(bin -> bin.asimov(bin.profile(0).backgroundAmplitude()))
                .toList());
    }

    private OptionalDouble crossing(double threshold, int side) {
        if (!(threshold > 0 && threshold <= Double.MAX_VALUE)) {
            throw new LikelihoodException(Reason.BAD_PARAMETER, "threshold " + threshold + " is not above zero");
        }
        double near = bestAmplitude;
        double step = side * scale;
        for (int i = 0; i < MAX_DOUBLINGS && Math.abs(step) <= Double.MAX_VALUE; i++) {
            double far = bestAmplitude + step;
            if (testStatistic(far) >= threshold) {
                return OptionalDouble.of(root(threshold, Math.min(near, far), Math.max(near, far)));
            }
            near = far;
            step *= 2;
        }
        return OptionalDouble.empty();
    }

    private double root(double threshold, double low, double high) {
        UnivariateFunction excess = a -> 2 * (bestLogLikelihood - logLikelihood(a)) - threshold;
        double precision = 1e-13 * (high - low);
        return new BracketingNthOrderBrentSolver(1e-13, precision, 1e-13, 5).solve(MAX_EVALUATIONS, excess, low, high);
    }

    private double findBestAmplitude() {
        double flat = FLAT * signalPerAmplitude;
        boolean rising = slope(0, +1) > flat;
        boolean falling = slope(0, -1) < -flat;
        if (!rising && !falling) {
            return 0;
        }
        int side = rising ? +1 : -1;
        double inner = 0;
        double outer = side * scale;
        for (int i = 0; i < MAX_DOUBLINGS && side * slope(outer, side) > 0; i++) {
            inner = outer;
            outer *= 2;
        }
        for (int i = 0; i < MAX_BISECTIONS; i++) {
            double middle = 0.5 * (inner + outer);
            if (middle == inner || middle == outer) {
                break;
            }
            if (side * slope(middle, side) > 0) {
                inner = middle;
            } else {
                outer = middle;
            }
        }
        return outer;
    }

    private double slope(double amplitude, int side) {
        double sum = 0;
        for (PoissonBin bin : bins) {
            double perAmplitude = bin.signalCountsPerAmplitude();
            sum += perAmplitude * bin.slope(amplitude * perAmplitude, side);
        }
        return sum;
    }
}
