package org.axionwatch.physics.bandpass;

import org.axionwatch.physics.ArgumentChecks;
import org.axionwatch.physics.PhysicalConstants;

/**
 * A magnetised region where axions and photons of one energy convert.
 *
 * @param photonMassSquaredEv2 squared effective mass of the photon, eV^2; positive in a plasma, negative in a gas
 * @param photonEnergyEv photon energy omega, eV
 * @param lengthM length of the region or of a magnetic domain, m
 */
public record ConversionRegion(double photonMassSquaredEv2, double photonEnergyEv, double lengthM) {

    private static final double REFRACTIVITY_PER_BAR = 3e-4;

    public ConversionRegion {
        ArgumentChecks.finite("squared photon mass", photonMassSquaredEv2);
        ArgumentChecks.positive("photon energy", photonEnergyEv);
        ArgumentChecks.positive("length", lengthM);
    }

    /**
     * A region given by the modulus of the photon mass.
     *
     * @param photonMassEv modulus of the photon mass, eV
     * @param sign 1 in a plasma, -1 in a gas: the sign of the squared mass
     * @param photonEnergyEv photon energy, eV
     * @param lengthM length, m
     */
    public static ConversionRegion of(double photonMassEv, double sign, double photonEnergyEv, double lengthM) {
        ArgumentChecks.notNegative("photon mass", photonMassEv);
        if (Math.abs(sign) != 1) {
            throw new IllegalArgumentException("sign of the squared photon mass must be 1 or -1, not " + sign);
        }
        return new ConversionRegion(sign * photonMassEv * photonMassEv, photonEnergyEv, lengthM);
    }

    /** Momentum the field must take up, max(hbar c/L, |m_gamma^2 - m_a^2|/2 omega), eV. */
    public double momentumTransferEv(double axionMassEv) {
        double mismatch = Math.abs(photonMassSquaredEv2 - axionMassEv * axionMassEv) / (2 * photonEnergyEv);
        return Math.max(PhysicalConstants.HBAR_C_EV_M / lengthM, mismatch);
    }

    /** Axion mass above which axion and photon dephase in vacuum, sqrt(2 omega hbar c/L), eV; equation 13. */
    public static double dephasingMassEv(double photonEnergyEv, double lengthM) {
        ArgumentChecks.positive("photon energy", photonEnergyEv);
        ArgumentChecks.positive("length", lengthM);
        return Math.sqrt(2 * photonEnergyEv * PhysicalConstants.HBAR_C_EV_M / lengthM);
    }

    /**
     * Modulus of the photon mass in a thin gas of refractivity n - 1 = 3e-4 per bar, sqrt(2 (n-1)) omega, eV; its
     * square is negative.
     *
     * @param pressureBar pressure, bar, at least 0
     * @param photonEnergyEv photon energy, eV
     */
    public static double gasPhotonMassEv(double pressureBar, double photonEnergyEv) {
        ArgumentChecks.notNegative("pressure", pressureBar);
        ArgumentChecks.positive("photon energy", photonEnergyEv);
        return Math.sqrt(2 * REFRACTIVITY_PER_BAR * pressureBar) * photonEnergyEv;
    }
}
