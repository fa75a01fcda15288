package org.axionwatch.physics.stellar;

import org.axionwatch.physics.PhysicalConstants;

/** Conversions between keV in natural units and seconds and centimetres. */
final class NaturalUnits {

    /** hbar, keV s: a rate in keV over this is per second. */
    static final double HBAR_KEV_S = PhysicalConstants.HBAR_EV_S * 1e-3;

    /** A spectrum dn/dE in keV^3 times this is in keV^-1 s^-1 cm^-3. */
    static final double SPECTRUM_PER_KEV3 = 1 / (HBAR_KEV_S * Math.pow(PhysicalConstants.HBAR_C_EV_M * 0.1, 3));

    /** Erg in one keV. */
    static final double ERG_PER_KEV = PhysicalConstants.ERG_PER_EV * 1e3;

    /** Coupling in keV^-1 of one in GeV^-1. */
    static final double PER_KEV_IN_PER_GEV = 1e-6;

    private NaturalUnits() {}
}
