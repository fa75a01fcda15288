package org.axionwatch.physics.likelihood;

import org.axionwatch.physics.likelihood.LikelihoodException.Reason;

/**
 * W-stat of Poisson counts with a measured Poisson background: n_on ~ Poisson(s + b), n_off ~ Poisson(b/alpha), each
 * bin's b &gt;= 0 profiled in closed form, as twice the log-likelihood below that of the saturated model (XSPEC manual,
 * appendix B, "Poisson data with Poisson background"). Bins with n_on = 0 or n_off = 0 follow from the same maximum:
 * b = n_off alpha/(1 + alpha) and b = max(0, n_on alpha/(1 + alpha) - s). A signal may be negative; b is then at least
 * -s. Equal to {@link PoissonBin} over an on and an off region, up to the additive constant. Immutable.
 */
public final class WStatistic {

    private final double[] onCounts;
    private final double[] offCounts;
    private final double[] offPerOnExposure;

    /**
     * @param onCounts counts of each bin of the source region, at least 0
     * @param offCounts counts of each bin of the background region, at least 0
     * @param alpha exposure x area of the source region over that of the background region in each bin, above 0
     * @throws LikelihoodException LENGTH_MISMATCH, BAD_COUNTS or BAD_BACKGROUND
     */
    public WStatistic(double[] onCounts, double[] offCounts, double[] alpha) {
        if (onCounts.length == 0) {
            throw new LikelihoodException(Reason.LENGTH_MISMATCH, "no bins");
        }
        PoissonDeviance.requireLength("off counts", offCounts.length, onCounts.length);
        PoissonDeviance.requireLength("alpha", alpha.length, onCounts.length);
        PoissonDeviance.requireCounts("on counts", onCounts);
        PoissonDeviance.requireCounts("off counts", offCounts);
        this.onCounts = onCounts.clone();
        this.offCounts = offCounts.clone();
        this.offPerOnExposure = new double[alpha.length];
        for (int i = 0; i < alpha.length; i++) {
            offPerOnExposure[i] = 1 / alpha[i];
            if (!(alpha[i] > 0 && alpha[i] <= Double.MAX_VALUE && offPerOnExposure[i] <= Double.MAX_VALUE)) {
                throw new LikelihoodException(Reason.BAD_BACKGROUND, "alpha of bin " + i + " is " + alpha[i]);
            }
        }
    }

    /**
     * W at given signal counts.
     *
     * @param signalCounts expected signal counts of each bin in the source region, negative allowed
     * @return W, at least 0
     * @throws LikelihoodException LENGTH_MISMATCH or BAD_SIGNAL
     */
    public double of(double[] signalCounts) {
        PoissonDeviance.requireLength("signal", signalCounts.length, onCounts.length);
        double sum = 0;
        for (int i = 0; i < signalCounts.length; i++) {
            double signal = signalCounts[i];
            if (!(Math.abs(signal) <= Double.MAX_VALUE)) {
                throw new LikelihoodException(Reason.BAD_SIGNAL, "signal of bin " + i + " is " + signal);
            }
            sum += half(onCounts[i], offCounts[i], offPerOnExposure[i], signal);
        }
        return 2 * sum;
    }

    private static double half(double on, double off, double tau, double signal) {
        if (on == 0) {
            double background = Math.max(off / (1 + tau), -signal);
            return signal + background + PoissonDeviance.half(off, tau * background);
        }
        if (off == 0) {
            double mean = Math.max(signal, on / (1 + tau));
            return PoissonDeviance.half(on, mean) + tau * (mean - signal);
        }
        return halfOfBoth(on, off, tau, signal);
    }

    /**
     * The best b solves (1 + tau) b^2 + ((1 + tau) s - n_on - n_off) b = n_off s, and the mean s + b a like equation with
     * n_on; of each the root is taken that loses no digits. Their common discriminant is a sum of squares.
     */
    private static double halfOfBoth(double on, double off, double tau, double signal) {
        double scaled = (1 + tau) * signal;
        double surplus = scaled + off - on;
        double root = Math.sqrt(surplus * surplus + 4 * on * off);
        double above = on + off + scaled;
        double below = on + off - scaled;
        double mean = above >= 0 ? (above + root) / (2 * (1 + tau)) : 2 * on * signal / (above - root);
        double background = below >= 0 ? (below + root) / (2 * (1 + tau)) : 2 * off * signal / (root - below);
        return PoissonDeviance.half(on, mean) + PoissonDeviance.half(off, tau * background);
    }
}
