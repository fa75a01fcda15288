package org.axionwatch.physics.stellar;

import org.axionwatch.physics.ArgumentChecks;

/**
 * Angular integral of screened Primakoff production, F = 2 int dx k^2 p^2 (1-x^2)/[q^2 (q^2 + kappa^2)] with photon
 * momentum k and axion momentum p: the braces of arXiv:2412.03660, equation S1. For massless axions and photons it is
 * Raffelt's (1 + kappa^2/4E^2) ln(1 + 4E^2/kappa^2) - 1. Dimensionless.
 */
public final class PrimakoffKernel {

    private PrimakoffKernel() {}

    /**
     * F at an energy.
     *
     * @param energyKeV energy of axion and photon, keV, at least the axion mass and the plasma frequency
     * @param axionMassKeV axion mass, keV
     * @param plasmaFrequencyKeV2 squared plasma frequency, keV^2
     * @param screeningKeV2 kappa^2, keV^2
     * @throws IllegalArgumentException where a value is out of range
     */
    public static double value(
            double energyKeV, double axionMassKeV, double plasmaFrequencyKeV2, double screeningKeV2) {
        ArgumentChecks.positive("kappa^2", screeningKeV2);
        double axion = momentum("axion", energyKeV, axionMassKeV * axionMassKeV);
        double photon = momentum("photon", energyKeV, plasmaFrequencyKeV2);
        if (axion == 0 || photon == 0) {
            return 0;
        }
        double squares = axionMassKeV * axionMassKeV - plasmaFrequencyKeV2;
        double near = Math.pow(squares / (photon + axion), 2);
        double far = Math.pow(photon + axion, 2);
        double width = 4 * photon * axion;
        double screened = (near + screeningKeV2)
                * (far + screeningKeV2)
                / (width * screeningKeV2)
                * Math.log1p(width / (near + screeningKeV2));
        double bare = near == 0 ? 0 : squares * squares / (width * screeningKeV2) * Math.log1p(width / near);
        return screened - bare - 1;
    }

    private static double momentum(String particle, double energyKeV, double massSquaredKeV2) {
        ArgumentChecks.finite("energy", energyKeV);
        ArgumentChecks.notNegative(particle + " mass squared", massSquaredKeV2);
        double square = energyKeV * energyKeV - massSquaredKeV2;
        if (!(square >= 0 && energyKeV > 0)) {
            throw new IllegalArgumentException("energy " + energyKeV + " keV is below the " + particle + " mass");
        }
        return Math.sqrt(square);
    }
}
