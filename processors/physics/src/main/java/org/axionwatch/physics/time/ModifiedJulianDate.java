package org.axionwatch.physics.time;

import org.axionwatch.physics.PhysicalConstants;

/**
 * An instant as integer Modified Julian Day and day fraction; the user of it knows the time scale. The fraction
 * resolves about 10 ps, where one double for both would resolve 0.6 microseconds.
 *
 * @param day integer part, d
 * @param fraction fraction of the day in [0, 1), d
 */
public record ModifiedJulianDate(int day, double fraction) {

    private static final double JULIAN_DATE_OF_MJD_ZERO = 2_400_000.5;

    public ModifiedJulianDate {
        if (!(fraction >= 0 && fraction < 1)) {
            throw new IllegalArgumentException("day fraction " + fraction + " is outside [0, 1)");
        }
    }

    /**
     * Splits a date that needs no more than microseconds.
     *
     * @param mjd finite date, d
     */
    public static ModifiedJulianDate of(double mjd) {
        if (!Double.isFinite(mjd) || Math.abs(mjd) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("not a Modified Julian Date: " + mjd);
        }
        double day = Math.floor(mjd);
        return new ModifiedJulianDate((int) day, mjd - day);
    }

    /** Elapsed time since another date of the same scale, s, counting 86400 s a day; not rounded across midnight. */
    public double secondsSince(ModifiedJulianDate other) {
        return ((((double) day - other.day) + fraction) - other.fraction) * PhysicalConstants.SECONDS_PER_DAY;
    }

    /** The date as one double, good to 0.6 microseconds, d. */
    public double toDouble() {
        return day + fraction;
    }

    /** The date that lies the given time later. */
    public ModifiedJulianDate plusSeconds(double seconds) {
        double moved = fraction + seconds / PhysicalConstants.SECONDS_PER_DAY;
        double days = Math.floor(moved);
        double rest = moved - days;
        return rest < 1
                ? new ModifiedJulianDate(day + (int) days, rest)
                : new ModifiedJulianDate(day + (int) days + 1, 0);
    }

    /** First of the two parts of the Julian Date as SOFA routines take it: midnight of the day, d. */
    double julianDayAtMidnight() {
        return JULIAN_DATE_OF_MJD_ZERO + day;
    }
}
