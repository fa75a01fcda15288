package org.axionwatch.physics.galactic;

import org.axionwatch.physics.PhysicalConstants;

/** Effective photon mass in a plasma, omega_pl^2 = 4 pi alpha n_e/m_e. */
public final class PlasmaFrequency {

    private static final double PER_CM3_EV3 = Math.pow(PhysicalConstants.HBAR_C_EV_M * 100, 3);

    private PlasmaFrequency() {}

    /**
     * Plasma frequency; 3.7e-12 eV at 0.01 cm^-3, rising with the square root (the exponent -1/2 printed in
     * arXiv:2008.03305 is a misprint).
     *
     * @param electronDensityPerCm3 free-electron density, cm^-3, at least 0
     * @return eV
     * @throws IllegalArgumentException where the density is negative or not finite
     */
    public static double electronVolts(double electronDensityPerCm3) {
        if (!(electronDensityPerCm3 >= 0 && electronDensityPerCm3 <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("electron density must be 0 or more, not " + electronDensityPerCm3);
        }
        return Math.sqrt(4
                * Math.PI
                * PhysicalConstants.FINE_STRUCTURE
                * electronDensityPerCm3
                * PER_CM3_EV3
                / (PhysicalConstants.ELECTRON_MASS_KEV * 1e3));
    }
}
