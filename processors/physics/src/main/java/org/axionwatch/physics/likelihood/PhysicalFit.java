package org.axionwatch.physics.likelihood;

/**
 * Fit where only a &gt;= 0 is allowed: best fit clipped at zero, and the one-sided limit above it where
 * TS = 2 [ln L(best) - ln L(a)] reaches a threshold (arXiv:2412.03660, equation 4).
 *
 * @param bestAmplitude a &gt;= 0 of maximum likelihood
 * @param upperLimit a above it where TS reaches the threshold
 */
public record PhysicalFit(double bestAmplitude, double upperLimit) {

    /** TS of a 95 % one-sided limit as printed in arXiv:2412.03660. */
    public static final double DEFAULT_THRESHOLD = 2.7;

    /**
     * Fits, and takes the limit.
     *
     * @throws LikelihoodException BAD_PARAMETER where the threshold is not above zero
     */
    public static PhysicalFit of(ProfileLikelihood likelihood, double threshold) {
        double best = Math.max(0, likelihood.bestAmplitude());
        return new PhysicalFit(best, likelihood.upperCrossing(threshold + likelihood.testStatistic(best)));
    }
}
