package org.axionwatch.physics.dispersion;

import org.axionwatch.physics.time.ModifiedJulianDate;

/** Time coordinate that the parameters of a timing model belong to (UNITS of a .par file). */
public enum TimeUnits {
    /** Barycentric Dynamical Time. */
    TDB(0, 0),
    /** Barycentric Coordinate Time, which gains L_B = 1.550519768e-8 on TDB (IAU 2006 resolution B3). */
    TCB(1.550519768e-8, 6.55e-5);

    private static final ModifiedJulianDate SCALES_EQUAL = new ModifiedJulianDate(43144, 0.0003725);

    private final double rateExcess;
    private final double offsetSeconds;

    TimeUnits(double rateExcess, double offsetSeconds) {
        this.rateExcess = rateExcess;
        this.offsetSeconds = offsetSeconds;
    }

    ModifiedJulianDate fromTdb(ModifiedJulianDate tdb) {
        return rateExcess == 0 ? tdb : tdb.plusSeconds(rateExcess * tdb.secondsSince(SCALES_EQUAL) + offsetSeconds);
    }

    double fromTdbSeconds(double tdbSeconds) {
        return tdbSeconds * (1 + rateExcess);
    }
}
