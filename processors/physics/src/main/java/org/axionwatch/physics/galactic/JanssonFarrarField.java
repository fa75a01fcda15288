package org.axionwatch.physics.galactic;

import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.axionwatch.physics.ArgumentChecks;

/**
 * Regular magnetic field of the Milky Way (Jansson and Farrar 2012, ApJ 757, 14, Table 1): disk, toroidal halo and
 * X-field. Positions are Galactocentric, kpc: the Sun on the negative x axis, z north, azimuth counter-clockwise seen
 * from north; fields are in microgauss. Zero within 1 kpc of the centre and beyond 20 kpc. r_s and w_h are JF12's best
 * values at the bound; the eighth arm is 2.7 microgauss as tabulated, not balanced for zero flux. The strength of the
 * X-field jumps at the edge of its core and the arms jump at their boundaries, as in the model.
 */
public final class JanssonFarrarField {

    private static final double INNER_RADIUS_KPC = 1;
    private static final double OUTER_RADIUS_KPC = 20;

    private static final double RING_INNER_KPC = 3;
    private static final double RING_OUTER_KPC = 5;
    private static final double RING_FIELD = 0.1;
    private static final double PITCH = Math.toRadians(11.5);
    private static final double[] ARM_BOUNDARIES_KPC = {5.1, 6.3, 7.1, 8.3, 9.8, 11.4, 12.7, 15.5};
    private static final double[] ARM_FIELDS = {0.1, 3.0, -0.9, -0.8, -2.0, -4.2, 0.0, 2.7};
    private static final double DISK_HEIGHT_KPC = 0.4;
    private static final double DISK_WIDTH_KPC = 0.27;

    private static final double NORTH_FIELD = 1.4;
    private static final double SOUTH_FIELD = -1.1;
    private static final double NORTH_RADIUS_KPC = 9.22;
    private static final double SOUTH_RADIUS_KPC = 16.7;
    private static final double RADIUS_WIDTH_KPC = 0.2;
    private static final double HALO_HEIGHT_KPC = 5.3;

    private static final double X_FIELD = 4.6;
    private static final double X_TANGENT = Math.tan(Math.toRadians(49));
    private static final double X_ELEVATION = Math.toRadians(49);
    private static final double X_CORE_KPC = 4.8;
    private static final double X_SCALE_KPC = 2.9;

    private JanssonFarrarField() {}

    /**
     * The three components at one place, microgauss each.
     *
     * @param disk spiral arms from 5 kpc, ring from 3 to 5 kpc
     * @param toroidalHalo azimuthal halo
     * @param xField poloidal X-shaped halo
     */
    public record Components(Vector3D disk, Vector3D toroidalHalo, Vector3D xField) {

        public Vector3D sum() {
            return disk.add(toroidalHalo).add(xField);
        }
    }

    /**
     * Field at a place.
     *
     * @param positionKpc Galactocentric position, kpc
     * @throws IllegalArgumentException where the position is not finite
     */
    public static Components at(Vector3D positionKpc) {
        double distance = ArgumentChecks.finite("distance from the Galactic centre", positionKpc.getNorm());
        double r = Math.hypot(positionKpc.getX(), positionKpc.getY());
        if (distance < INNER_RADIUS_KPC || distance > OUTER_RADIUS_KPC) {
            return new Components(Vector3D.ZERO, Vector3D.ZERO, Vector3D.ZERO);
        }
        double azimuth = Math.atan2(positionKpc.getY(), positionKpc.getX());
        Vector3D radial = r == 0 ? Vector3D.ZERO : new Vector3D(positionKpc.getX() / r, positionKpc.getY() / r, 0);
        Vector3D azimuthal = new Vector3D(-radial.getY(), radial.getX(), 0);
        double z = positionKpc.getZ();
        return new Components(
                disk(r, azimuth, z, radial, azimuthal), azimuthal.scalarMultiply(toroidal(r, z)), xField(r, z, radial));
    }

    private static Vector3D disk(double r, double azimuth, double z, Vector3D radial, Vector3D azimuthal) {
        double below = transition(-Math.abs(z), -DISK_HEIGHT_KPC, DISK_WIDTH_KPC);
        if (r < RING_INNER_KPC) {
            return Vector3D.ZERO;
        }
        if (r < RING_OUTER_KPC) {
            return azimuthal.scalarMultiply(RING_FIELD * below);
        }
        double field = ARM_FIELDS[arm(r, azimuth)] * RING_OUTER_KPC / r * below;
        return new Vector3D(field * Math.sin(PITCH), radial, field * Math.cos(PITCH), azimuthal);
    }

    /** Follows the logarithmic spiral to the negative x axis, modulo a full turn. */
    private static int arm(double r, double azimuth) {
        double turn = Math.exp(2 * Math.PI * Math.tan(PITCH));
        double outermost = ARM_BOUNDARIES_KPC[ARM_BOUNDARIES_KPC.length - 1];
        double crossing = r * Math.exp((Math.PI - azimuth) * Math.tan(PITCH));
        while (crossing > outermost) {
            crossing /= turn;
        }
        int arm = 0;
        while (crossing > ARM_BOUNDARIES_KPC[arm]) {
            arm++;
        }
        return arm;
    }

    private static double toroidal(double r, double z) {
        double field = z >= 0 ? NORTH_FIELD : SOUTH_FIELD;
        double radius = z >= 0 ? NORTH_RADIUS_KPC : SOUTH_RADIUS_KPC;
        return field
                * Math.exp(-Math.abs(z) / HALO_HEIGHT_KPC)
                * transition(Math.abs(z), DISK_HEIGHT_KPC, DISK_WIDTH_KPC)
                * transition(-r, -radius, RADIUS_WIDTH_KPC);
    }

    private static Vector3D xField(double r, double z, Vector3D radial) {
        double height = Math.abs(z);
        double core = X_CORE_KPC + height / X_TANGENT;
        boolean inside = r < core;
        double footpoint = inside ? r * X_CORE_KPC / core : r - height / X_TANGENT;
        double dilution = inside ? Math.pow(X_CORE_KPC / core, 2) : footpoint / r;
        double elevation = inside ? Math.atan2(X_CORE_KPC * X_TANGENT, footpoint) : X_ELEVATION;
        double field = X_FIELD * Math.exp(-footpoint / X_SCALE_KPC) * dilution;
        return new Vector3D(
                Math.signum(z) * field * Math.cos(elevation), radial, field * Math.sin(elevation), Vector3D.PLUS_K);
    }

    /** Logistic L = 1/(1 + exp(-2 (x - centre)/width)); 1 - L is L with both signs turned, without cancellation. */
    private static double transition(double x, double centre, double width) {
        return 1 / (1 + Math.exp(-2 * (x - centre) / width));
    }
}
