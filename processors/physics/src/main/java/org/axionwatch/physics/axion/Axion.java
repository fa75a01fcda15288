package org.axionwatch.physics.axion;

import org.axionwatch.physics.PhysicalConstants;

/**
 * An axion as the dispersion measures it.
 *
 * @param massEv mass, eV
 * @param inverseDecayConstantPerGev 1/f_a, GeV^-1
 */
public record Axion(double massEv, double inverseDecayConstantPerGev) {

    public Axion {
        requirePositive(massEv, "axion mass");
        requirePositive(inverseDecayConstantPerGev, "inverse decay constant");
    }

    /** Axion-photon coupling g = alpha/(8 pi f_a) (arXiv:2505.16562 with K = 1), eV^-1. */
    public double couplingPerEv() {
        return PhysicalConstants.FINE_STRUCTURE / (8 * Math.PI) * inverseDecayConstantPerGev * 1e-9;
    }

    static void requirePositive(double value, String what) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " must be positive and finite, not " + value);
        }
    }
}
