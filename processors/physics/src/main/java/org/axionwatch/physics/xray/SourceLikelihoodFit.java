package org.axionwatch.physics.xray;

import org.axionwatch.physics.likelihood.JointFit;

/**
 * The running likelihood of one source, in units of the signal amplitude a.
 *
 * @param fit best fit, limit, expected limits and null backgrounds
 * @param bestAmplitudeUncertainty half of the interval where q &lt;= 1
 * @param amplitudes grid of a
 * @param profile q(a) on that grid, two-sided
 */
public record SourceLikelihoodFit(
        JointFit fit, double bestAmplitudeUncertainty, double[] amplitudes, double[] profile) {

    public SourceLikelihoodFit {
        amplitudes = amplitudes.clone();
        profile = profile.clone();
    }

    @Override
    public double[] amplitudes() {
        return amplitudes.clone();
    }

    @Override
    public double[] profile() {
        return profile.clone();
    }

    /** q(0): discrepancy with a = 0 of either sign. */
    public double twoSidedTestStatistic() {
        return fit.nullTestStatistic();
    }

    /** q(0) for a positive best fit, 0 otherwise: the statistic of a discovery, where only a &gt; 0 is physical. */
    public double discoveryTestStatistic() {
        return fit.bestAmplitude() > 0 ? fit.nullTestStatistic() : 0;
    }

    /** sqrt(q(0)) with the sign of the best amplitude, in standard deviations. */
    public double significance() {
        return Math.copySign(Math.sqrt(fit.nullTestStatistic()), fit.bestAmplitude());
    }
}
