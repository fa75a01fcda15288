package org.axionwatch.physics.galactic;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.axionwatch.physics.ArgumentChecks;

/**
 * The straight way from a source in the Galaxy to Earth through {@link JanssonFarrarField} and a table of
 * free-electron densities.
 *
 * @param longitudeDegrees Galactic longitude of the source, degrees
 * @param latitudeDegrees Galactic latitude, degrees
 * @param sunDistanceKpc distance of the Sun from the Galactic centre R0, kpc
 */
public record GalacticSightline(double longitudeDegrees, double latitudeDegrees, double sunDistanceKpc) {

    /** Distance of the Sun with which JF12 and YMW16 meet the probabilities of arXiv:2008.03305, kpc. */
    public static final double SUN_DISTANCE_KPC = 8.3;

    /** The Quintuplet cluster, near the Galactic centre. */
    public static final GalacticSightline QUINTUPLET = new GalacticSightline(0.1602, -0.0589, SUN_DISTANCE_KPC);

    /** Westerlund 1. */
    public static final GalacticSightline WESTERLUND_1 = new GalacticSightline(339.5484, -0.4006, SUN_DISTANCE_KPC);

    private static final double INNER_RADIUS_KPC = 1;

    /** What stands within 1 kpc of the Galactic centre, where JF12 has no field. */
    public enum InnerField {
        /** The vertical X-field of r = 1 kpc in the plane, 3.206 microgauss. */
        HOLD,
        /** No field. */
        MASK
    }

    public GalacticSightline {
        ArgumentChecks.finite("longitude", longitudeDegrees);
        ArgumentChecks.finite("latitude", latitudeDegrees);
        ArgumentChecks.positive("distance of the Sun", sunDistanceKpc);
    }

    /**
     * Cells from the source to Earth.
     *
     * @param electronDensitiesPerCm3 density of equal cells, cm^-3, ordered from Earth to the source
     * @param cellLengthKpc length of a cell, kpc
     * @param inner field within 1 kpc of the centre
     * @throws IllegalArgumentException where a density is negative or not finite
     */
    public List<PathCell> cells(double[] electronDensitiesPerCm3, double cellLengthKpc, InnerField inner) {
        double longitude = Math.toRadians(longitudeDegrees);
        double latitude = Math.toRadians(latitudeDegrees);
        Vector3D direction = new Vector3D(longitude, latitude);
        Vector3D first = new Vector3D(longitude + Math.PI / 2, 0);
        Vector3D second = direction.crossProduct(first);
        Vector3D sun = new Vector3D(-sunDistanceKpc, 0, 0);
        ArgumentChecks.positive("cell length", cellLengthKpc);
        List<PathCell> cells = new ArrayList<>();
        for (int i = electronDensitiesPerCm3.length - 1; i >= 0; i--) {
            Vector3D field = field(new Vector3D(1, sun, (i + 0.5) * cellLengthKpc, direction), inner);
            cells.add(new PathCell(
                    field.dotProduct(first), field.dotProduct(second), electronDensitiesPerCm3[i], cellLengthKpc));
        }
        return cells;
    }

    private static Vector3D field(Vector3D positionKpc, InnerField inner) {
        if (positionKpc.getNorm() >= INNER_RADIUS_KPC) {
            return JanssonFarrarField.at(positionKpc).sum();
        }
        return inner == InnerField.MASK
                ? Vector3D.ZERO
                : JanssonFarrarField.at(Vector3D.PLUS_I).xField();
    }
}
