package org.axionwatch.physics.axion;

import org.axionwatch.physics.likelihood.GaussianTail;

/**
 * Significance of a stack against the null in which the sign of each frame is random: a structure that the frames share
 * dies, the noise of each frame stays as it is, whatever its distribution and true size, as long as it is symmetric.
 *
 * <p>Flipping frames with numerators n_f gives sum(s_f n_f) with mean zero and variance sum(n_f^2). The statistic is
 * z = sum(n_f)/sqrt(sum(n_f^2)); its square is also the number of equal frames that would give it. For any frames,
 * P(flipped >= z) is at most exp(-z^2/2) (Hoeffding 1963; Efron 1969, JASA 64 1278) and at most 3.1787 times the Gaussian
 * tail (Bentkus and Dzindzalieta 2015, Bernoulli 21 1330). The smaller of the two is used: no simulation, and never
 * too significant.
 *
 * @param statistic z, sigma; zero where nothing was summed
 */
public record SignFlipNull(double statistic) {

    /** 1/(4 P(Z >= sqrt 2)), the best constant. */
    private static final double LOG_TAIL_FACTOR = -Math.log(4) - GaussianTail.logSurvival(Math.sqrt(2));

    /** A statistic below this is what one or two frames give alone. */
    private static final double FEWEST_FRAMES = 2;

    public SignFlipNull {
        if (!Double.isFinite(statistic)) {
            throw new IllegalArgumentException("sign-flip statistic must be finite, not " + statistic);
        }
    }

    /**
     * @param numerator sum of the frames' numerators, s^-1
     * @param squares sum of their squares, s^-2
     */
    public static SignFlipNull of(double numerator, double squares) {
        return new SignFlipNull(squares > 0 ? numerator / Math.sqrt(squares) : 0);
    }

    /** Natural logarithm of the upper bound on the probability that flipped frames reach the statistic. */
    public double logProbability() {
        if (!(statistic > 0)) {
            return 0;
        }
        double hoeffding = -0.5 * statistic * statistic;
        return Math.min(0, Math.min(hoeffding, LOG_TAIL_FACTOR + GaussianTail.logSurvival(statistic)));
    }

    /** One-sided significance of that bound after a trials factor, sigma; zero for probabilities of one half and more. */
    public double significance(double trials) {
        return GaussianTail.significance(logProbability() + Math.log(Math.max(1, trials)));
    }

    /** Whether fewer than two frames of equal weight would give the statistic. */
    public boolean isOfSingleFrame() {
        return statistic * statistic < FEWEST_FRAMES;
    }
}
