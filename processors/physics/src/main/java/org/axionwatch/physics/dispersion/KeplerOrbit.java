package org.axionwatch.physics.dispersion;

import org.axionwatch.physics.PhysicalConstants;

/**
 * An eccentric orbit. BT (Blandford and Teukolsky 1976, ApJ 205 580) turns its ellipse uniformly by OMDOT; DD (Damour and Deruelle
 * 1986, Ann. Inst. H. Poincare 44 263) turns it with the true anomaly, may deform it by DR and DTH and has Shapiro and aberration
 * (A0, B0) delays. Both have the Einstein delay GAMMA sin u.
 */
final class KeplerOrbit implements OrbitShape {
    private static final int MAX_ITERATIONS = 50;
    private static final double CONVERGED_RAD = 1e-14;

    private final OrbitParameters parameters;
    private final OrbitalPhase phase;
    private final Ellipse ellipse;
    private final Periastron periastron;
    private final Relativity relativity;

    /** Size [light-second] and eccentricity with their rates [per s]. */
    private record Ellipse(double size, double sizeRate, double eccentricity, double eccentricityRate) {}

    /** Longitude [rad]; advance per second, or in DD per radian of true anomaly. */
    private record Periastron(double radians, double perSecond, double perAnomaly) {}

    /** Corrections to a Kepler ellipse; delays in s. */
    private record Relativity(
            double radial, double angular, double einstein, double[] aberration, ShapiroParameters shapiro) {}

    KeplerOrbit(OrbitParameters parameters, boolean isRelativistic) {
        this.parameters = parameters;
        phase = new OrbitalPhase(parameters);
        ellipse = new Ellipse(
                parameters.required("A1"),
                parameters.optional("XDOT", "A1DOT"),
                parameters.optional("ECC", "E"),
                parameters.optional("EDOT"));
        double advance = radiansPerSecond(parameters.optional("OMDOT"));
        double perAnomaly = isRelativistic ? advance / phase.radiansPerSecond() : 0;
        periastron =
                new Periastron(Math.toRadians(parameters.optional("OM")), isRelativistic ? 0 : advance, perAnomaly);
        relativity = relativity(parameters, isRelativistic);
    }

    private static Relativity relativity(OrbitParameters parameters, boolean isRelativistic) {
        double einstein = parameters.optional("GAMMA");
        return isRelativistic
                ? new Relativity(
                        parameters.optional("DR"),
                        parameters.optional("DTH", "DTHETA"),
                        einstein,
                        new double[] {parameters.optional("A0"), parameters.optional("B0")},
                        ShapiroParameters.of(parameters))
                : new Relativity(0, 0, einstein, new double[2], new ShapiroParameters(0, 0));
    }

    /** An angle rate of a .par file, deg/yr, in rad/s. */
    static double radiansPerSecond(double degreesPerYear) {
        return Math.toRadians(degreesPerYear)
                / (PhysicalConstants.DAYS_PER_JULIAN_YEAR * PhysicalConstants.SECONDS_PER_DAY);
    }

    @Override
    public double delaySeconds(double seconds) {
        double eccentricity = ellipse.eccentricity + ellipse.eccentricityRate * seconds;
        if (!(eccentricity >= 0 && eccentricity < 1)) {
            throw parameters.impossible("has eccentricity " + eccentricity);
        }
        double mean = phase.radians(seconds);
        double reduced = Math.IEEEremainder(mean, 2 * Math.PI);
        double eccentric = eccentricAnomaly(reduced, eccentricity);
        double anomaly = 2
                * Math.atan2(
                        Math.sqrt(1 + eccentricity) * Math.sin(eccentric / 2),
                        Math.sqrt(1 - eccentricity) * Math.cos(eccentric / 2));
        double longitude = periastron.radians
                + periastron.perSecond * seconds
                + periastron.perAnomaly * (mean + (anomaly - reduced));
        Place place = new Place(eccentricity, eccentric, anomaly, longitude);
        return roemerSeconds(seconds, place) + relativisticSeconds(place);
    }

    /** Where the pulsar is: eccentricity; eccentric and true anomaly and longitude of periastron, rad. */
    private record Place(double eccentricity, double eccentric, double anomaly, double longitude) {}

    private double roemerSeconds(double seconds, Place place) {
        double radial = place.eccentricity * (1 + relativity.radial);
        double angular = place.eccentricity * (1 + relativity.angular);
        double alongSight = Math.sin(place.longitude) * (Math.cos(place.eccentric) - radial);
        double across = Math.sqrt(1 - angular * angular) * Math.cos(place.longitude) * Math.sin(place.eccentric);
        return (ellipse.size + ellipse.sizeRate * seconds) * (alongSight + across);
    }

    private double relativisticSeconds(Place place) {
        double direction = place.longitude + place.anomaly;
        double aberration = relativity.aberration[0]
                        * (Math.sin(direction) + place.eccentricity * Math.sin(place.longitude))
                + relativity.aberration[1] * (Math.cos(direction) + place.eccentricity * Math.cos(place.longitude));
        double distance = 1 - place.eccentricity * Math.cos(place.eccentric);
        return relativity.einstein * Math.sin(place.eccentric)
                + relativity.shapiro.delaySeconds(distance, Math.sin(direction))
                + aberration;
    }

    /** Solves Kepler's equation by Newton's method from Danby's start, which converges for every eccentricity below 1. */
    private static double eccentricAnomaly(double meanAnomaly, double eccentricity) {
        double eccentric = meanAnomaly + 0.85 * eccentricity * Math.signum(meanAnomaly);
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            double step = (eccentric - eccentricity * Math.sin(eccentric) - meanAnomaly)
                    / (1 - eccentricity * Math.cos(eccentric));
            eccentric -= step;
            if (Math.abs(step) < CONVERGED_RAD) {
                break;
            }
        }
        return eccentric;
    }
}
