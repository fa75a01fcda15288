package org.axionwatch.physics.dispersion;

import org.axionwatch.physics.PhysicalConstants;

/** The dispersion constant K of the cold-plasma delay K DM/nu^2. The two differ by 1.4e-4, so a DM belongs to one of them. */
public enum PlasmaConstant {
    /** 1/2.41e-4 exactly: what TEMPO, Tempo2, PINT and every published DM use (Lorimer and Kramer 2004, eq. 4.7). */
    TEMPO(1 / 2.41e-4),
    /** r_e c/(2 pi) from CODATA 2018, 4148.806424. */
    CODATA(PhysicalConstants.CLASSICAL_ELECTRON_RADIUS_M
            * PhysicalConstants.SPEED_OF_LIGHT_M_PER_S
            / (2 * Math.PI)
            * PhysicalConstants.PARSEC_M
            * 1e6
            * 1e-12);

    private final double secondsMHz2Cm3PerPc;

    PlasmaConstant(double secondsMHz2Cm3PerPc) {
        this.secondsMHz2Cm3PerPc = secondsMHz2Cm3PerPc;
    }

    /** K, s MHz^2 cm^3 pc^-1. */
    public double secondsMHz2Cm3PerPc() {
        return secondsMHz2Cm3PerPc;
    }
}
