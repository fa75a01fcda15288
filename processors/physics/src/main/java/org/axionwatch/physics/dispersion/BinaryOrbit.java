package org.axionwatch.physics.dispersion;

import java.util.Map;
import org.axionwatch.physics.PhysicalConstants;
import org.axionwatch.physics.dispersion.UnusableFrameException.Reason;
import org.axionwatch.physics.time.ModifiedJulianDate;

/**
 * Orbit of the pulsar: its Roemer delay, which gives the Doppler shift inside a frame. The Shapiro and Einstein delays of
 * the orbit hardly change inside a sub-integration (below a nanosecond) and are left out.
 *
 * <p>Parameters carry their .par names: PB [d] or FB0, FB1, ... [Hz s^-k], A1 [light-second], T0 or TASC [MJD], ECC or E
 * [1], OM [deg], EPS1, EPS2 [1], OMDOT [deg/yr]; PBDOT, XDOT or A1DOT, EDOT, EPS1DOT, EPS2DOT in SI per power of s. A model
 * with TASC (ELL1, ELL1H, T2) is nearly circular, to first order in the eccentricity (Lange et al. 2001, MNRAS 326 274,
 * appendix A); one with T0 (BT, DD, T2) is a Kepler ellipse (Blandford and Teukolsky 1976, ApJ 205 580).
 *
 * @param model name of the .par file's BINARY line
 * @param parameters values by .par name
 */
public record BinaryOrbit(String model, Map<String, Double> parameters) {

    private static final int MAX_ITERATIONS = 50;

    /**
     * s; each iteration shrinks the error by v/c below 1e-3, so what is left is under 1e-13 s. Asking for that directly
     * would ask for more than a double holds years from the epoch.
     */
    private static final double LARGEST_LAST_STEP_SECONDS = 1e-10;

    public BinaryOrbit {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Solves the orbit for one instant.
     *
     * @param instant barycentric time in the units of the model
     * @param offsetSeconds s after it
     * @return delay of the pulse that arrives then, s, positive behind the orbit's centre
     */
    double delaySeconds(ModifiedJulianDate instant, double offsetSeconds) {
        double arrival = instant.secondsSince(epoch()) + offsetSeconds;
        double delay = 0;
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            double next = roemerSeconds(arrival - delay);
            if (Math.abs(next - delay) < LARGEST_LAST_STEP_SECONDS) {
                return next;
            }
            delay = next;
        }
        throw new UnusableFrameException(Reason.INCOMPLETE_ORBIT, model + " orbit does not converge");
    }

    private double roemerSeconds(double secondsFromEpoch) {
        double size = required("A1") + firstOf("XDOT", "A1DOT") * secondsFromEpoch;
        double meanPhase = meanPhaseRad(secondsFromEpoch);
        return isNearlyCircular()
                ? nearlyCircularRoemer(size, meanPhase, secondsFromEpoch)
                : keplerRoemer(size, meanPhase, secondsFromEpoch);
    }

    private double nearlyCircularRoemer(double size, double phase, double seconds) {
        double eta = value("EPS1") + value("EPS1DOT") * seconds;
        double kappa = value("EPS2") + value("EPS2DOT") * seconds;
        return size * (Math.sin(phase) + 0.5 * (kappa * Math.sin(2 * phase) - eta * Math.cos(2 * phase)));
    }

    private double keplerRoemer(double size, double meanAnomaly, double seconds) {
        double eccentricity = firstOf("ECC", "E") + value("EDOT") * seconds;
        if (!(eccentricity >= 0 && eccentricity < 1)) {
            throw new UnusableFrameException(Reason.INCOMPLETE_ORBIT, "eccentricity " + eccentricity);
        }
        double years = seconds / (PhysicalConstants.SECONDS_PER_DAY * PhysicalConstants.DAYS_PER_JULIAN_YEAR);
        double periastron = Math.toRadians(value("OM") + value("OMDOT") * years);
        double eccentric = eccentricAnomaly(Math.IEEEremainder(meanAnomaly, 2 * Math.PI), eccentricity);
        return size
                * (Math.sin(periastron) * (Math.cos(eccentric) - eccentricity)
                        + Math.sqrt(1 - eccentricity * eccentricity) * Math.cos(periastron) * Math.sin(eccentric));
    }

    private static double eccentricAnomaly(double meanAnomaly, double eccentricity) {
        double eccentric = meanAnomaly + eccentricity * Math.sin(meanAnomaly) / (1 - eccentricity * 0.5);
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            double step = (eccentric - eccentricity * Math.sin(eccentric) - meanAnomaly)
                    / (1 - eccentricity * Math.cos(eccentric));
            eccentric -= step;
            if (Math.abs(step) < 1e-14) {
                break;
            }
        }
        return eccentric;
    }

    private double meanPhaseRad(double seconds) {
        if (parameters.containsKey("FB0")) {
            return 2 * Math.PI * frequencySeries(seconds);
        }
        double periodSeconds = required("PB") * PhysicalConstants.SECONDS_PER_DAY;
        if (!(periodSeconds > 0)) {
            throw new UnusableFrameException(Reason.INCOMPLETE_ORBIT, "orbital period PB must be positive");
        }
        double orbits = seconds / periodSeconds;
        return 2 * Math.PI * (orbits - 0.5 * value("PBDOT") * orbits * orbits);
    }

    private double frequencySeries(double seconds) {
        int order = 0;
        while (parameters.containsKey("FB" + (order + 1))) {
            order++;
        }
        double orbits = 0;
        for (int k = order; k >= 0; k--) {
            orbits = (orbits + required("FB" + k)) * seconds / (k + 1);
        }
        return orbits;
    }

    private boolean isNearlyCircular() {
        return parameters.containsKey("TASC");
    }

    private ModifiedJulianDate epoch() {
        return ModifiedJulianDate.of(required(isNearlyCircular() ? "TASC" : "T0"));
    }

    private double firstOf(String name, String alias) {
        return parameters.containsKey(name) ? value(name) : value(alias);
    }

    private double value(String name) {
        return parameters.containsKey(name) ? required(name) : 0;
    }

    private double required(String name) {
        Double value = parameters.get(name);
        if (value == null || !Double.isFinite(value)) {
            throw new UnusableFrameException(Reason.INCOMPLETE_ORBIT, model + " orbit has no finite " + name);
        }
        return value;
    }
}
