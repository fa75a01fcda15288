package org.axionwatch.physics.stellar;

import org.axionwatch.physics.ArgumentChecks;

/**
 * A part of a star with one temperature and density.
 *
 * @param temperatureKeV temperature, keV
 * @param screeningKeV2 kappa^2, keV^2
 * @param plasmaFrequencyKeV2 squared plasma frequency, keV^2
 * @param volumeCm3 volume, cm^3
 */
public record StellarZone(double temperatureKeV, double screeningKeV2, double plasmaFrequencyKeV2, double volumeCm3) {

    public StellarZone {
        ArgumentChecks.positive("temperature", temperatureKeV);
        ArgumentChecks.positive("kappa^2", screeningKeV2);
        ArgumentChecks.notNegative("squared plasma frequency", plasmaFrequencyKeV2);
        ArgumentChecks.notNegative("volume", volumeCm3);
    }

    /** A zone of matter at a temperature in keV, with its volume in cm^3. */
    public static StellarZone of(double temperatureKeV, StellarMatter matter, double volumeCm3) {
        return new StellarZone(
                temperatureKeV, matter.screeningKeV2(temperatureKeV), matter.plasmaFrequencyKeV2(), volumeCm3);
    }
}
