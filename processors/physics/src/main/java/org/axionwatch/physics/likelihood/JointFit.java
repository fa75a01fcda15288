package org.axionwatch.physics.likelihood;

import org.jspecify.annotations.Nullable;

/**
 * Everything one fit of a {@link ProfileLikelihood} reports, in units of the signal amplitude a.
 *
 * @param bestAmplitude signed a of maximum likelihood
 * @param bestLogLikelihood ln L there, ln n! included
 * @param nullLogLikelihood ln L at a = 0
 * @param nullTestStatistic q(0), two-sided
 * @param upperLimit a above the best fit where q reaches the threshold; may be negative
 * @param expected limits expected from background alone
 * @param nullBackgroundAmplitudes background amplitude of each bin at a = 0
 */
public record JointFit(
        double bestAmplitude,
        double bestLogLikelihood,
        double nullLogLikelihood,
        double nullTestStatistic,
        double upperLimit,
        ExpectedLimits expected,
        double[] nullBackgroundAmplitudes) {

    /** q threshold of a 95 % one-sided limit as printed in arXiv:2008.03305. */
    public static final double DEFAULT_THRESHOLD = 2.71;

    public JointFit {
        nullBackgroundAmplitudes = nullBackgroundAmplitudes.clone();
    }

    /**
     * Fits, and takes the limit at a threshold in q.
     *
     * @throws LikelihoodException BAD_PARAMETER where the threshold is not above zero
     */
    public static JointFit of(ProfileLikelihood likelihood, double threshold) {
        return new JointFit(
                likelihood.bestAmplitude(),
                likelihood.bestLogLikelihood(),
                likelihood.logLikelihood(0),
                likelihood.testStatistic(0),
                likelihood.upperCrossing(threshold),
                ExpectedLimits.of(likelihood),
                likelihood.nullBackgroundAmplitudes());
    }

    @Override
    public double[] nullBackgroundAmplitudes() {
        return nullBackgroundAmplitudes.clone();
    }

    /** Power-constrained limit: the larger of the limit and the expected limit at -1 sigma (arXiv:1105.3166). */
    public double powerConstrainedLimit() {
        return Math.max(upperLimit, expected.minusOneSigma());
    }

    /**
     * Coupling over the reference coupling at an amplitude, where a = (g/g_ref)^power.
     *
     * @return null where the amplitude is not positive, since no real coupling has it
     */
    public static @Nullable Double couplingRatio(double amplitude, double power) {
        return amplitude > 0 ? Math.pow(amplitude, 1 / power) : null;
    }
}
