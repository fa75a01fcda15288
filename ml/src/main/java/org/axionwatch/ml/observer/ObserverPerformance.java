package org.axionwatch.ml.observer;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/**
 * How well scores tell signal from noise, with the standard errors of the Monte Carlo.
 *
 * @param accuracy share of right decisions at the threshold, signal and noise weighted alike
 * @param accuracyError binomial standard error
 * @param area area under the ROC curve: the probability that a signal scores higher than noise, ties by half
 * @param areaError standard error after DeLong et al. (1988)
 */
public record ObserverPerformance(double accuracy, double accuracyError, double area, double areaError) {

    /**
     * Judges scores.
     *
     * @param noiseScores scores of curves without a signal, at least two
     * @param signalScores scores of curves with a signal, at least two
     * @param threshold scores above it are decided as signal
     * @throws IllegalArgumentException where there are fewer, or a score is not a number
     */
    public static ObserverPerformance of(double[] noiseScores, double[] signalScores, double threshold) {
        requireScores(noiseScores, "noise");
        requireScores(signalScores, "signal");
        double falsePositiveRate = shareAbove(noiseScores, threshold);
        double recall = shareAbove(signalScores, threshold);
        double accuracyVariance = falsePositiveRate * (1 - falsePositiveRate) / noiseScores.length
                + recall * (1 - recall) / signalScores.length;
        double[] belowSignal = sharesBelow(signalScores, noiseScores);
        double[] belowNoise = sharesBelow(noiseScores, signalScores);
        double areaVariance = StatUtils.variance(belowSignal) / signalScores.length
                + StatUtils.variance(belowNoise) / noiseScores.length;
        return new ObserverPerformance(
                0.5 * (recall + 1 - falsePositiveRate),
                0.5 * Math.sqrt(accuracyVariance),
                StatUtils.mean(belowSignal),
                Math.sqrt(areaVariance));
    }

    /** For each score, the share of the others' scores below it: its rank among all less its rank among its own. */
    private static double[] sharesBelow(double[] scores, double[] others) {
        NaturalRanking ranking = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE);
        double[] all = Arrays.copyOf(scores, scores.length + others.length);
        System.arraycopy(others, 0, all, scores.length, others.length);
        double[] amongAll = ranking.rank(all);
        double[] amongOwn = ranking.rank(scores);
        double[] shares = new double[scores.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (amongAll[i] - amongOwn[i]) / others.length;
        }
        return shares;
    }

    private static double shareAbove(double[] scores, double threshold) {
        return (double) Arrays.stream(scores).filter(score -> score > threshold).count() / scores.length;
    }

    private static void requireScores(double[] scores, String what) {
        if (scores.length < 2) {
            throw new IllegalArgumentException("two " + what + " scores are needed, not " + scores.length);
        }
        if (Arrays.stream(scores).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("a " + what + " score is not a number");
        }
    }
}
