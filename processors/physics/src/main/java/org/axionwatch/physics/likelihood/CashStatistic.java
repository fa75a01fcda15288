package org.axionwatch.physics.likelihood;

import org.axionwatch.physics.likelihood.LikelihoodException.Reason;

/**
 * C-stat of Poisson counts with a known mean, 2 sum (m - n + n ln(n/m)): twice the log-likelihood below that of the
 * saturated model (Cash 1979, ApJ 228, 939, with XSPEC's additive term). Immutable.
 */
public final class CashStatistic {

    private final double[] counts;

    /**
     * @param counts observed counts of each bin, at least 0
     * @throws LikelihoodException BAD_COUNTS, or LENGTH_MISMATCH without bins
     */
    public CashStatistic(double[] counts) {
        if (counts.length == 0) {
            throw new LikelihoodException(Reason.LENGTH_MISMATCH, "no bins");
        }
        PoissonDeviance.requireCounts("counts", counts);
        this.counts = counts.clone();
    }

    /**
     * C at given means.
     *
     * @param means expected counts of each bin, at least 0
     * @return C, at least 0; infinite where a bin with counts has mean zero
     * @throws LikelihoodException LENGTH_MISMATCH or BAD_PARAMETER
     */
    public double of(double[] means) {
        PoissonDeviance.requireLength("means", means.length, counts.length);
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            if (!(means[i] >= 0 && means[i] <= Double.MAX_VALUE)) {
                throw new LikelihoodException(Reason.BAD_PARAMETER, "mean of bin " + i + " is " + means[i]);
            }
            sum += PoissonDeviance.half(counts[i], means[i]);
        }
        return 2 * sum;
    }
}
