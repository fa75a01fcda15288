package org.axionwatch.physics.likelihood;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Limits expected from background alone, in units of a: q_A(a_N) = (Phi^-1(0.95) + N)^2 on the Asimov set whose
 * counts are the null background. At -2 sigma no limit exists, since Phi^-1(0.95) &lt; 2.
 *
 * @param minusOneSigma limit at -1 standard deviation, the power constraint
 * @param median median limit
 * @param plusOneSigma limit at +1 standard deviation
 * @param plusTwoSigma limit at +2 standard deviations
 */
public record ExpectedLimits(double minusOneSigma, double median, double plusOneSigma, double plusTwoSigma) {

    static final double ONE_SIDED_95_SIGMA = new NormalDistribution().inverseCumulativeProbability(0.95);

    /** Expected limits of the model and null background of a likelihood. */
    public static ExpectedLimits of(ProfileLikelihood likelihood) {
        ProfileLikelihood asimov = likelihood.asimov();
        return new ExpectedLimits(limit(asimov, -1), limit(asimov, 0), limit(asimov, 1), limit(asimov, 2));
    }

    /**
     * Expected limits of a Gaussian likelihood.
     *
     * @param standardDeviation of the amplitude, above zero
     */
    public static ExpectedLimits gaussian(double standardDeviation) {
        return new ExpectedLimits(
                standardDeviation * (ONE_SIDED_95_SIGMA - 1),
                standardDeviation * ONE_SIDED_95_SIGMA,
                standardDeviation * (ONE_SIDED_95_SIGMA + 1),
                standardDeviation * (ONE_SIDED_95_SIGMA + 2));
    }

    private static double limit(ProfileLikelihood asimov, int sigmas) {
        double distance = ONE_SIDED_95_SIGMA + sigmas;
        return asimov.upperCrossing(distance * distance);
    }
}
