package org.axionwatch.physics.likelihood;

import org.apache.commons.numbers.gamma.Erfc;

/** Upper tail of the standard normal distribution by its logarithm, so that no significance underflows. */
public final class GaussianTail {

    private static final double HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);
    private static final double ASYMPTOTIC_FROM = 25;

    private GaussianTail() {}

    /** Natural logarithm of the probability to exceed z. */
    public static double logSurvival(double z) {
        if (z < ASYMPTOTIC_FROM) {
            return Math.log(0.5 * Erfc.value(z / Math.sqrt(2)));
        }
        double inverse = 1 / (z * z);
        double series = inverse * (-1 + inverse * (3 + inverse * (-15 + inverse * 105)));
        return -0.5 * z * z - HALF_LOG_TWO_PI - Math.log(z) + Math.log1p(series);
    }

    /** The z whose logarithm of the probability to exceed it is given; zero for probabilities of one half and more. */
    public static double significance(double logProbability) {
        if (!(logProbability < Math.log(0.5))) {
            return 0;
        }
        double low = 0;
        double high = Math.sqrt(-2 * logProbability) + 1;
        for (int step = 0; step < 200 && high - low > 1e-14 * high; step++) {
            double middle = 0.5 * (low + high);
            if (logSurvival(middle) > logProbability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }

    /**
     * One-sided significance of the best of several independent looks (Bonferroni), sigma; zero where its probability
     * exceeds one half.
     *
     * @param localSignificance significance of the best look on its own, sigma
     * @param trials number of looks, at least one
     */
    public static double afterTrials(double localSignificance, double trials) {
        return significance(logSurvival(localSignificance) + Math.log(trials));
    }
}
