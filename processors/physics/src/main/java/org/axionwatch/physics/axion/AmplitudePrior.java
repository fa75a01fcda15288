package org.axionwatch.physics.axion;

import org.axionwatch.physics.likelihood.GaussianTail;

/**
 * Half-normal prior on the delay on resonance: positive, density 2 N(0, scale^2).
 *
 * @param scaleSeconds standard deviation of the underlying normal distribution, s
 */
public record AmplitudePrior(double scaleSeconds) {

    /** One microsecond, the order of the arrival-time noise of millisecond pulsars. */
    public static final AmplitudePrior MICROSECOND = new AmplitudePrior(1e-6);

    public AmplitudePrior {
        Axion.requirePositive(scaleSeconds, "scale of the amplitude prior");
    }

    /**
     * Natural logarithm of the likelihood ratio signal to noise in one cell with the amplitude integrated out exactly.
     *
     * @param numerator matched-filter numerator, s^-1
     * @param denominator matched-filter denominator, s^-2
     */
    double logLikelihoodRatio(double numerator, double denominator) {
        double precision = denominator + 1 / (scaleSeconds * scaleSeconds);
        double standardised = numerator / Math.sqrt(precision);
        return 0.5 * standardised * standardised
                - 0.5 * Math.log1p(denominator * scaleSeconds * scaleSeconds)
                + Math.log(2)
                + GaussianTail.logSurvival(-standardised);
    }
}
