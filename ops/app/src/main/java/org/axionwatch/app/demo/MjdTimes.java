package org.axionwatch.app.demo;

import org.axionwatch.physics.PhysicalConstants;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.axionwatch.records.time.MjdInstant;

/** Turns the instants of the campaign into what its records hold. */
final class MjdTimes {
    private static final int UNIX_EPOCH_MJD = 40_587;
    private static final double MILLIS_PER_DAY = PhysicalConstants.SECONDS_PER_DAY * 1000;

    private MjdTimes() {}

    static MjdInstant record(ModifiedJulianDate date) {
        return new MjdInstant(date.day(), date.fraction());
    }

    /** Record timestamp that orders the instant: milliseconds after 1970 of a day count without leap seconds. */
    static long epochMillis(ModifiedJulianDate date) {
        return Math.round((date.day() - UNIX_EPOCH_MJD) * MILLIS_PER_DAY + date.fraction() * MILLIS_PER_DAY);
    }
}
