package org.axionwatch.physics.simulation;

import org.axionwatch.physics.ArgumentChecks;

/**
 * Sensitivity of a single dish.
 *
 * @param systemTemperatureKelvin system temperature, K
 * @param gainKelvinPerJansky antenna temperature of a source of 1 Jy, K Jy^-1
 * @param polarisations number of summed polarisations, one or two
 */
public record RadioTelescope(double systemTemperatureKelvin, double gainKelvinPerJansky, int polarisations) {

    /**
     * The Green Bank Telescope near 1 GHz as the simulator of arXiv:2505.16562 has it (PsrSigSim: 35 K, effective area
     * 5500 m^2, so 5500 m^2/(2 k) = 1.992 K/Jy).
     */
    public static final RadioTelescope GREEN_BANK = new RadioTelescope(35, 1.992, 2);

    public RadioTelescope {
        ArgumentChecks.positive("system temperature", systemTemperatureKelvin);
        ArgumentChecks.positive("gain", gainKelvinPerJansky);
        if (polarisations != 1 && polarisations != 2) {
            throw new IllegalArgumentException("polarisations must be one or two, not " + polarisations);
        }
    }

    /** Flux density of a source that doubles the system temperature, Jy. */
    public double systemEquivalentFluxJy() {
        return systemTemperatureKelvin / gainKelvinPerJansky;
    }
}
