package org.axionwatch.physics.stellar;

/** A process that makes axions in thermal matter. */
public interface AxionProcess {

    /** Least axion energy, keV. */
    double thresholdKeV();

    /** Temperature of the matter, keV. */
    double temperatureKeV();

    /**
     * Production spectrum dn/dE, keV^-1 s^-1 cm^-3.
     *
     * @param energyKeV axion energy, keV
     * @throws IllegalArgumentException where the energy is not finite or below the threshold
     */
    double spectrum(double energyKeV);
}
