package org.axionwatch.app.demo;

import java.util.List;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.util.FastMath;
import org.axionwatch.records.xray.RegionShape;
import org.axionwatch.records.xray.SkyRegion;

/**
 * The detector plane of a simulated X-ray observation: a square field under a uniform background, a source with a
 * Gaussian point-spread function at its centre, a circle around the source and an annulus for the background.
 */
final class XrayField {
    private static final double CENTRE_PIXELS = 100;
    private static final double HALF_SIDE_PIXELS = 80;
    private static final double POINT_SPREAD_PIXELS = 6;
    private static final double SOURCE_RADIUS_PIXELS = 15;
    private static final double ANNULUS_INNER_PIXELS = 30;
    private static final double ANNULUS_OUTER_PIXELS = 60;

    private XrayField() {}

    static List<SkyRegion> regions() {
        return List.of(
                new SkyRegion(
                        "source",
                        RegionShape.CIRCLE,
                        CENTRE_PIXELS,
                        CENTRE_PIXELS,
                        0.0,
                        SOURCE_RADIUS_PIXELS,
                        0.0,
                        0.0,
                        sourceFraction(),
                        sourceAreaPixels()),
                new SkyRegion(
                        "background",
                        RegionShape.ANNULUS,
                        CENTRE_PIXELS,
                        CENTRE_PIXELS,
                        ANNULUS_INNER_PIXELS,
                        ANNULUS_OUTER_PIXELS,
                        0.0,
                        0.0,
                        outsideFraction(ANNULUS_INNER_PIXELS) - outsideFraction(ANNULUS_OUTER_PIXELS),
                        annulusAreaPixels()));
    }

    /** Share of the source's photons inside the source circle. */
    static double sourceFraction() {
        return 1 - outsideFraction(SOURCE_RADIUS_PIXELS);
    }

    static double sourceAreaPixels() {
        return Math.PI * SOURCE_RADIUS_PIXELS * SOURCE_RADIUS_PIXELS;
    }

    static double annulusAreaPixels() {
        return Math.PI * (ANNULUS_OUTER_PIXELS * ANNULUS_OUTER_PIXELS - ANNULUS_INNER_PIXELS * ANNULUS_INNER_PIXELS);
    }

    static double areaPixels() {
        return 4 * HALF_SIDE_PIXELS * HALF_SIDE_PIXELS;
    }

    static double[] drawSourcePosition(RandomDataGenerator random) {
        return new double[] {
            random.nextGaussian(CENTRE_PIXELS, POINT_SPREAD_PIXELS),
            random.nextGaussian(CENTRE_PIXELS, POINT_SPREAD_PIXELS)
        };
    }

    static double[] drawBackgroundPosition(RandomDataGenerator random) {
        return new double[] {
            random.nextUniform(CENTRE_PIXELS - HALF_SIDE_PIXELS, CENTRE_PIXELS + HALF_SIDE_PIXELS),
            random.nextUniform(CENTRE_PIXELS - HALF_SIDE_PIXELS, CENTRE_PIXELS + HALF_SIDE_PIXELS)
        };
    }

    private static double outsideFraction(double radiusPixels) {
        double ratio = radiusPixels / POINT_SPREAD_PIXELS;
        return FastMath.exp(-ratio * ratio / 2);
    }
}
