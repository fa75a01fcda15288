package org.axionwatch.physics.dispersion;

import org.axionwatch.physics.PhysicalConstants;

/** Mean orbital phase since the epoch of the orbit, from PB and PBDOT (with XPBDOT) or from FB0, FB1, ... */
final class OrbitalPhase {
    private static final double TURN = 2 * Math.PI;

    private final double[] frequencies;
    private final double periodSeconds;
    private final double periodDerivative;

    OrbitalPhase(OrbitParameters parameters) {
        int count = 0;
        while (parameters.has("FB" + count)) {
            count++;
        }
        frequencies = new double[count];
        for (int k = 0; k < count; k++) {
            frequencies[k] = parameters.required("FB" + k);
        }
        periodSeconds = count > 0 ? 1 / frequencies[0] : parameters.required("PB") * PhysicalConstants.SECONDS_PER_DAY;
        periodDerivative = count > 0 ? 0 : parameters.optional("PBDOT") + parameters.optional("XPBDOT");
        if (!(periodSeconds > 0) || Double.isInfinite(periodSeconds)) {
            throw parameters.impossible("needs a positive period PB or frequency FB0");
        }
    }

    /** Mean phase since the epoch, rad, turns counted. */
    double radians(double secondsFromEpoch) {
        if (frequencies.length == 0) {
            double orbits = secondsFromEpoch / periodSeconds;
            return TURN * (orbits - 0.5 * periodDerivative * orbits * orbits);
        }
        double orbits = 0;
        for (int k = frequencies.length - 1; k >= 0; k--) {
            orbits = (orbits + frequencies[k]) * secondsFromEpoch / (k + 1);
        }
        return TURN * orbits;
    }

    /** Mean motion at the epoch, rad/s. */
    double radiansPerSecond() {
        return TURN / periodSeconds;
    }
}
