package org.axionwatch.physics.time;

import java.time.LocalDate;
import org.axionwatch.physics.PhysicalConstants;
import org.jastronomy.jsofa.JSOFA;
import org.jastronomy.jsofa.JSOFAIllegalParameter;
import org.jastronomy.jsofa.JSOFAInternalError;

/**
 * Motion of an observatory relative to the solar-system barycentre from SOFA: Earth ephemeris epv00, IAU 2000B
 * precession-nutation and Earth rotation. Valid 1972 to 2100.
 *
 * <p>What is left out is common to all channels of an arrival, so inside a sub-integration only its change counts, and the
 * arrivals of one sub-integration lie within one pulse period P of each other. A velocity error of 1 m/s changes an arrival
 * by 3.34 ns for each second between arrivals. The largest rates:
 *
 * <table>
 * <caption>Change of what is neglected, per second between two arrivals</caption>
 * <tr><th>neglected</th><th>velocity</th><th>rate</th></tr>
 * <tr><td>error of epv00 against DE405 (SOFA)</td><td>5 mm/s</td><td>0.02 ns/s</td></tr>
 * <tr><td>UT1 - UTC up to 0.9 s, polar motion, nutation beyond IAU 2000B</td><td>35 mm/s</td><td>0.12 ns/s</td></tr>
 * <tr><td>TDB - TT</td><td>0.1 m/s</td><td>0.34 ns/s</td></tr>
 * <tr><td>solar Shapiro delay, 5 degrees from the Sun; 0.8 ns/s at its limb</td><td>-</td><td>0.05 ns/s</td></tr>
 * </table>
 *
 * <p>Together at most 0.53 ns for each second between arrivals: 3 ps over a period of 5 ms, half a nanosecond over the one
 * second that the grouping of arrivals without sub-integration flags allows. Uniform motion from the nearest state adds
 * less than 0.1 ns. The residuals of the archives are rounded to 1 ns and agree to that. Between sub-integrations the same errors reach
 * microseconds, and between epochs epv00 is 10 km (30 us) off: absolute arrival times need a numerical ephemeris instead.
 * Barycentric frequencies lack the relativistic terms of 3e-8: a common factor, which only rescales the fitted nu^-2.
 */
public final class ObservatoryEphemeris {

    private static final int FIRST_DAY = 41317;
    private static final int LAST_DAY = 88068;
    private static final int UNIX_EPOCH_DAY = 40587;
    private static final double TT_MINUS_TAI_SECONDS = 32.184;
    private static final double EARTH_ROTATION_RAD_PER_S = 7.292_115e-5;

    private final Observatory observatory;

    /**
     * @param observatory an observatory or the barycentre
     */
    public ObservatoryEphemeris(Observatory observatory) {
        this.observatory = observatory;
    }

    /**
     * State of the observatory at an instant.
     *
     * @param time instant
     * @param scale its scale; TT and TDB are not distinguished
     * @throws IllegalArgumentException for a date before 1972 or after 2100
     */
    public BarycentricState stateAt(ModifiedJulianDate time, TimeScale scale) {
        if (observatory.isBarycentre()) {
            return BarycentricState.atRest();
        }
        double leapSeconds = ttMinusUtcSeconds(time);
        ModifiedJulianDate terrestrial = scale == TimeScale.UTC ? time.plusSeconds(leapSeconds) : time;
        ModifiedJulianDate universal = scale == TimeScale.UTC ? time : time.plusSeconds(-leapSeconds);
        double[][] earthHeliocentric = new double[2][3];
        double[][] earth = new double[2][3];
        JSOFA.jauEpv00(terrestrial.julianDayAtMidnight(), terrestrial.fraction(), earthHeliocentric, earth);
        double[][] toTerrestrial = JSOFA.jauC2t00b(
                terrestrial.julianDayAtMidnight(),
                terrestrial.fraction(),
                universal.julianDayAtMidnight(),
                universal.fraction(),
                0,
                0);
        return combine(earth, toTerrestrial);
    }

    /**
     * The instant in barycentric dynamical time, TDB - TT (at most 2 ms) neglected.
     *
     * @param time instant
     * @param scale its scale
     * @throws IllegalArgumentException for a UTC date before 1972 or after 2100
     */
    public static ModifiedJulianDate toTdb(ModifiedJulianDate time, TimeScale scale) {
        return scale == TimeScale.UTC ? time.plusSeconds(ttMinusUtcSeconds(time)) : time;
    }

    /**
     * Elapsed time between two instants of one scale with leap seconds counted, s.
     *
     * @throws IllegalArgumentException for a UTC date before 1972 or after 2100
     */
    public static double elapsedSeconds(ModifiedJulianDate from, ModifiedJulianDate to, TimeScale scale) {
        double seconds = to.secondsSince(from);
        return scale == TimeScale.UTC && from.day() != to.day()
                ? seconds + (ttMinusUtcSeconds(to) - ttMinusUtcSeconds(from))
                : seconds;
    }

    private BarycentricState combine(double[][] earth, double[][] toTerrestrial) {
        double[] site = {observatory.xMetres(), observatory.yMetres(), observatory.zMetres()};
        double[] siteVelocity = {-EARTH_ROTATION_RAD_PER_S * site[1], EARTH_ROTATION_RAD_PER_S * site[0], 0};
        double[] position = new double[3];
        double[] velocity = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            position[axis] = earth[0][axis] * PhysicalConstants.ASTRONOMICAL_UNIT_M;
            velocity[axis] = earth[1][axis] * PhysicalConstants.ASTRONOMICAL_UNIT_M / PhysicalConstants.SECONDS_PER_DAY;
            for (int k = 0; k < 3; k++) {
                position[axis] += toTerrestrial[k][axis] * site[k];
                velocity[axis] += toTerrestrial[k][axis] * siteVelocity[k];
            }
        }
        return new BarycentricState(position, velocity);
    }

    private static double ttMinusUtcSeconds(ModifiedJulianDate utc) {
        if (utc.day() < FIRST_DAY || utc.day() > LAST_DAY) {
            throw new IllegalArgumentException("MJD " + utc.day() + " is outside 1972 to 2100");
        }
        LocalDate date = LocalDate.ofEpochDay(utc.day() - UNIX_EPOCH_DAY);
        try {
            return TT_MINUS_TAI_SECONDS
                    + JSOFA.jauDat(date.getYear(), date.getMonthValue(), date.getDayOfMonth(), utc.fraction());
        } catch (JSOFAIllegalParameter | JSOFAInternalError e) {
            throw new IllegalArgumentException("no leap seconds known for MJD " + utc.day(), e);
        }
    }
}
