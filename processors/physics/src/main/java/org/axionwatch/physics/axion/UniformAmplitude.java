package org.axionwatch.physics.axion;

import org.axionwatch.physics.likelihood.GaussianTail;

/**
 * Flat prior on the amplitude of a template between two bounds, in the unit of the template.
 *
 * @param least lower bound, zero or more
 * @param greatest upper bound
 */
public record UniformAmplitude(double least, double greatest) {

    public UniformAmplitude {
        if (!(least >= 0)) {
            throw new IllegalArgumentException("least amplitude must not be negative: " + least);
        }
        Axion.requirePositive(greatest - least, "range of amplitudes");
    }

    /**
     * Natural logarithm of the likelihood ratio signal to noise with the amplitude integrated out exactly: the mean of
     * exp(A n - A^2 d/2) over the prior. Finite for amplitudes of any significance.
     *
     * @param numerator template times weighted curve
     * @param denominator template times weighted template, positive
     */
    public double logLikelihoodRatio(double numerator, double denominator) {
        double precision = Math.sqrt(denominator);
        double best = numerator / denominator;
        double from = (least - best) * precision;
        double to = (greatest - best) * precision;
        return 0.5 * best * numerator
                + 0.5 * Math.log(2 * Math.PI / denominator)
                + logProbability(from, to)
                - Math.log(greatest - least);
    }

    /** Logarithm of the probability of a standard normal variable between two values. */
    private static double logProbability(double from, double to) {
        if (from < 0 && to > 0) {
            return Math.log1p(-Math.exp(GaussianTail.logSurvival(to)) - Math.exp(GaussianTail.logSurvival(-from)));
        }
        double near = GaussianTail.logSurvival(from >= 0 ? from : -to);
        double far = GaussianTail.logSurvival(from >= 0 ? to : -from);
        return near + Math.log(-Math.expm1(far - near));
    }
}
