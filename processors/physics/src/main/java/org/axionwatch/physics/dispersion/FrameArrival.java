package org.axionwatch.physics.dispersion;

import java.util.List;
import org.axionwatch.physics.dispersion.UnusableFrameException.Reason;
import org.axionwatch.physics.time.BarycentricState;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.axionwatch.physics.time.Observatories;
import org.axionwatch.physics.time.Observatory;
import org.axionwatch.physics.time.ObservatoryEphemeris;
import org.axionwatch.physics.time.TimeScale;
import org.jspecify.annotations.Nullable;

/**
 * Barycentric arrival times and frequencies of one frame. Times are seconds after the barycentric arrival of the
 * frame's first pulse, so that doubles keep picoseconds.
 */
final class FrameArrival {

    /** An ephemeris state serves arrival times this close to it, s. */
    private static final double STATE_VALIDITY_SECONDS = 1;

    private static final double[] NO_DIRECTION = new double[3];

    private final ModifiedJulianDate referenceTdb;
    private final double[] barycentricSeconds;
    private final double[] barycentricFrequencyMHz;

    private FrameArrival(ObservedFrame frame, Observatory observatory, double[] direction) {
        List<ObservedToa> toas = frame.toas();
        ObservatoryEphemeris ephemeris = new ObservatoryEphemeris(observatory);
        ModifiedJulianDate first = toas.get(0).time();
        BarycentricState state = ephemeris.stateAt(first, frame.timeScale());
        double firstRoemer = state.roemerSeconds(direction, 0);
        double stateSeconds = 0;
        barycentricSeconds = new double[toas.size()];
        barycentricFrequencyMHz = new double[toas.size()];
        referenceTdb = ObservatoryEphemeris.toTdb(first, frame.timeScale()).plusSeconds(firstRoemer);
        for (int i = 0; i < barycentricSeconds.length; i++) {
            ObservedToa toa = toas.get(i);
            double seconds = ObservatoryEphemeris.elapsedSeconds(first, toa.time(), frame.timeScale());
            if (Math.abs(seconds - stateSeconds) > STATE_VALIDITY_SECONDS) {
                state = ephemeris.stateAt(toa.time(), frame.timeScale());
                stateSeconds = seconds;
            }
            double roemer = state.roemerSeconds(direction, seconds - stateSeconds);
            barycentricSeconds[i] = seconds + (roemer - firstRoemer);
            barycentricFrequencyMHz[i] = toa.frequencyMHz() * (1 - state.approachSpeed(direction));
        }
    }

    /**
     * @throws UnusableFrameException UNKNOWN_OBSERVATORY, UNUSABLE_TIME_SCALE, UNUSABLE_DATE or MISSING_POSITION
     */
    static FrameArrival of(ObservedFrame frame, @Nullable Astrometry astrometry, TimeUnits units) {
        Observatory observatory = Observatories.find(frame.observatory())
                .orElseThrow(() -> new UnusableFrameException(
                        Reason.UNKNOWN_OBSERVATORY, "no observatory \"" + frame.observatory() + "\""));
        if (observatory.isBarycentre() && frame.timeScale() != TimeScale.TDB) {
            throw new UnusableFrameException(Reason.UNUSABLE_TIME_SCALE, frame.timeScale() + " at the barycentre");
        }
        try {
            return new FrameArrival(frame, observatory, direction(frame, observatory, astrometry, units));
        } catch (IllegalArgumentException e) {
            throw new UnusableFrameException(Reason.UNUSABLE_DATE, String.valueOf(e.getMessage()));
        }
    }

    private static double[] direction(
            ObservedFrame frame, Observatory observatory, @Nullable Astrometry astrometry, TimeUnits units) {
        if (observatory.isBarycentre()) {
            return NO_DIRECTION;
        }
        if (astrometry == null) {
            throw new UnusableFrameException(Reason.MISSING_POSITION, "no position for a topocentric frame");
        }
        ModifiedJulianDate tdb = ObservatoryEphemeris.toTdb(frame.toas().get(0).time(), frame.timeScale());
        return astrometry.direction(units.fromTdb(tdb).secondsSince(astrometry.epoch()));
    }

    /** Barycentric arrival of the first pulse, TDB. */
    ModifiedJulianDate referenceTdb() {
        return referenceTdb;
    }

    /** Barycentric arrival of each pulse at its own frequency, TDB seconds after the reference. */
    double barycentricSeconds(int toa) {
        return barycentricSeconds[toa];
    }

    double barycentricFrequencyMHz(int toa) {
        return barycentricFrequencyMHz[toa];
    }

    double[] barycentricFrequenciesMHz() {
        return barycentricFrequencyMHz.clone();
    }
}
