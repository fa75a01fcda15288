package org.axionwatch.physics.axion;

/**
 * What the stack says about one resonance frequency.
 *
 * @param cell index on the grid
 * @param resonanceFrequencyMHz barycentric resonance frequency, MHz
 * @param axionMassEv axion mass in the physical convention, eV
 * @param amplitudeSeconds fitted delay on resonance, s
 * @param uncertaintySeconds one standard deviation, s
 */
public record CellEvidence(
        int cell,
        double resonanceFrequencyMHz,
        double axionMassEv,
        double amplitudeSeconds,
        double uncertaintySeconds) {

    private static final double QUANTILE_95 = 1.6448536269514722;

    /** Amplitude over its uncertainty, one-sided for a positive delay, sigma. */
    public double localSignificance() {
        return amplitudeSeconds / uncertaintySeconds;
    }

    /** One-sided 95 % upper limit, amplitude + 1.645 sigma, s; negative after a strong downward fluctuation. */
    public double upperLimitSeconds() {
        return amplitudeSeconds + QUANTILE_95 * uncertaintySeconds;
    }

    /**
     * The upper limit, but never below the limit of a one-sigma downward fluctuation (power-constrained limit, Cowan et
     * al. 2011, arXiv:1105.3166, power 0.16), s; always positive.
     */
    public double powerConstrainedUpperLimitSeconds() {
        return Math.max(upperLimitSeconds(), (QUANTILE_95 - 1) * uncertaintySeconds);
    }
}
