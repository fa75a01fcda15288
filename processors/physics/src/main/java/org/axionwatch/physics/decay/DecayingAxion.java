package org.axionwatch.physics.decay;

import org.axionwatch.physics.ArgumentChecks;
import org.axionwatch.physics.PhysicalConstants;

/**
 * An axion that decays to two photons.
 *
 * @param massKeV m_a, keV
 * @param couplingPerGeV g_agamma, GeV^-1
 */
public record DecayingAxion(double massKeV, double couplingPerGeV) {

    private static final double GEV_PER_KEV = 1e-6;
    private static final double CM_PER_M = 100;

    public DecayingAxion {
        ArgumentChecks.positive("axion mass", massKeV);
        ArgumentChecks.notNegative("coupling", couplingPerGeV);
    }

    /** Decay rate at rest, g^2 m^3/(64 pi), s^-1. */
    public double ratePerSecond() {
        double coupling = couplingPerGeV * GEV_PER_KEV;
        double rateKeV = coupling * coupling * massKeV * massKeV * massKeV / (64 * Math.PI);
        return rateKeV / (PhysicalConstants.HBAR_EV_S * 1e-3);
    }

    /** Decay rate times the light travel time of a distance in Mpc. */
    public double decaysPerCrossing(double distanceMpc) {
        double distanceM = ArgumentChecks.positive("distance", distanceMpc) * 1e6 * PhysicalConstants.PARSEC_M;
        return ratePerSecond() * distanceM / PhysicalConstants.SPEED_OF_LIGHT_M_PER_S;
    }

    /** Distance in Mpc as cm. */
    static double centimetres(double distanceMpc) {
        return distanceMpc * 1e6 * PhysicalConstants.PARSEC_M * CM_PER_M;
    }
}
