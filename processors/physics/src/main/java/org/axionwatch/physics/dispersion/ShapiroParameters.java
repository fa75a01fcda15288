package org.axionwatch.physics.dispersion;

import org.axionwatch.physics.PhysicalConstants;

/**
 * Range and shape of the Shapiro delay of an orbit. The shape is SINI, or follows from SHAPMAX (DDS: s = 1 - exp(-SHAPMAX)),
 * KIN (DDK: s = sin KIN) or the orthometric ratio STIGMA (Freire and Wex 2010, MNRAS 409 199: s = 2 STIGMA / (1 + STIGMA^2));
 * the range is M2 times the Sun's, or H3 / STIGMA^3. An orbit without both has no Shapiro delay.
 *
 * @param rangeSeconds range r, s
 * @param shape shape s, the sine of the inclination
 */
record ShapiroParameters(double rangeSeconds, double shape) {
    /** Half the light time of the Sun's Schwarzschild radius, G M / c^3, s. */
    private static final double SOLAR_MASS_SECONDS = PhysicalConstants.GRAVITATION_M3_PER_KG_S2
            * PhysicalConstants.SOLAR_MASS_KG
            / Math.pow(PhysicalConstants.SPEED_OF_LIGHT_M_PER_S, 3);

    static ShapiroParameters of(OrbitParameters parameters) {
        if (parameters.has("H3") && parameters.has("STIGMA")) {
            double ratio = orthometricRatio(parameters);
            return new ShapiroParameters(
                    parameters.required("H3") / (ratio * ratio * ratio), 2 * ratio / (1 + ratio * ratio));
        }
        boolean hasShape = parameters.has("SINI") || parameters.has("SHAPMAX") || parameters.has("KIN");
        if (!parameters.has("M2") || !hasShape) {
            return new ShapiroParameters(0, 0);
        }
        double shape = shape(parameters);
        if (!(Math.abs(shape) < 1)) {
            throw parameters.impossible("has a sine of inclination of " + shape);
        }
        return new ShapiroParameters(parameters.required("M2") * SOLAR_MASS_SECONDS, shape);
    }

    /** STIGMA, inside (0, 1). */
    static double orthometricRatio(OrbitParameters parameters) {
        double ratio = parameters.required("STIGMA");
        if (!(ratio > 0 && ratio < 1)) {
            throw parameters.impossible("has an orthometric ratio STIGMA of " + ratio);
        }
        return ratio;
    }

    private static double shape(OrbitParameters parameters) {
        if (parameters.has("SINI")) {
            return parameters.required("SINI");
        }
        return parameters.has("SHAPMAX")
                ? -Math.expm1(-parameters.required("SHAPMAX"))
                : Math.sin(Math.toRadians(parameters.required("KIN")));
    }

    /**
     * Shapiro delay, s.
     *
     * @param distance distance of the pulsar from the companion over the semi-major axis
     * @param sine height above the plane of the sky over the distance, for an inclination of 90 degrees
     */
    double delaySeconds(double distance, double sine) {
        return -2 * rangeSeconds * Math.log(distance * (1 - shape * sine));
    }
}
