package org.axionwatch.physics.axion;

/**
 * Frequency and amplitude of a resonance with the uncertainty of each marginalised over the other. Between channels wider
 * than the line, a stronger resonance further from the channel looks the same: the best cell alone would hide that.
 *
 * @param resonanceFrequencyMHz posterior mean of the resonance frequency, MHz
 * @param frequencyUncertaintyMHz posterior standard deviation, at least the grid's own step/sqrt(12), MHz
 * @param amplitudeSeconds posterior mean of the delay on resonance, s
 * @param amplitudeUncertaintySeconds posterior standard deviation, s
 */
public record ResonanceEstimate(
        double resonanceFrequencyMHz,
        double frequencyUncertaintyMHz,
        double amplitudeSeconds,
        double amplitudeUncertaintySeconds) {

    /** Axion mass in the physical convention, eV. */
    public double axionMassEv() {
        return FrequencyConvention.PHYSICAL.resonantMassEv(resonanceFrequencyMHz * 1e6);
    }

    /** One standard deviation of the axion mass, eV. */
    public double axionMassUncertaintyEv() {
        return FrequencyConvention.PHYSICAL.resonantMassEv(frequencyUncertaintyMHz * 1e6);
    }
}
