package org.axionwatch.physics.time;

import org.axionwatch.physics.PhysicalConstants;

/** Where an observatory is and how it moves relative to the solar-system barycentre at one instant, ICRS axes. */
public final class BarycentricState {

    private static final BarycentricState AT_REST = new BarycentricState(new double[3], new double[3]);

    private final double[] positionMetres;
    private final double[] velocityMetresPerSecond;

    BarycentricState(double[] positionMetres, double[] velocityMetresPerSecond) {
        this.positionMetres = positionMetres;
        this.velocityMetresPerSecond = velocityMetresPerSecond;
    }

    /** The state of the barycentre itself. */
    static BarycentricState atRest() {
        return AT_REST;
    }

    /**
     * Light travel time from the observatory to the barycentre's wave front, r.n/c: what turns an arrival time there
     * into a barycentric one.
     *
     * @param direction unit vector to the source, ICRS
     * @param secondsLater time after this state, s; the motion is taken as uniform, good to 0.1 ns within one second
     * @return delay to add to the arrival time, s
     */
    public double roemerSeconds(double[] direction, double secondsLater) {
        return dot(positionMetres, direction) / PhysicalConstants.SPEED_OF_LIGHT_M_PER_S
                + approachSpeed(direction) * secondsLater;
    }

    /**
     * Speed towards the source over the speed of light. A barycentric frequency is the observed one times one minus
     * this, first order as in TEMPO, Tempo2 and PINT (the rest is 1e-8).
     *
     * @param direction unit vector to the source, ICRS
     */
    public double approachSpeed(double[] direction) {
        return dot(velocityMetresPerSecond, direction) / PhysicalConstants.SPEED_OF_LIGHT_M_PER_S;
    }

    double[] positionMetres() {
        return positionMetres.clone();
    }

    double[] velocityMetresPerSecond() {
        return velocityMetresPerSecond.clone();
    }

    private static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
