package org.axionwatch.topics.ingest;

import java.util.Arrays;
import org.axionwatch.records.xray.RegionShape;
import org.axionwatch.records.xray.SkyPosition;
import org.axionwatch.records.xray.SkyRegion;
import org.jspecify.annotations.Nullable;

/** One region of a source description. */
final class RegionDescription {
    private RegionDescription() {}

    /** @param sky point that centres are measured from, null for pixels */
    static SkyRegion read(YamlMap map, @Nullable SkyPosition sky) {
        var region = shape(map, sky)
                .setSignalFraction(atLeastZero(map, "signalFraction"))
                .setBackgroundShape(atLeastZero(map, "backgroundShape"));
        map.refuseOthers();
        return region.build();
    }

    /** A region in which no signal or background is expected, because its events are left out. */
    static SkyRegion exclusion(YamlMap map, @Nullable SkyPosition sky) {
        var region = shape(map, sky).setSignalFraction(0).setBackgroundShape(0);
        map.refuseOthers();
        return region.build();
    }

    private static SkyRegion.Builder shape(YamlMap map, @Nullable SkyPosition sky) {
        String shape = map.text("shape", null);
        double[] centre = centre(map, sky);
        var region = SkyRegion.newBuilder()
                .setName(map.text("name", null))
                .setShape(RegionShape.CIRCLE)
                .setCentreX(centre[0])
                .setCentreY(centre[1]);
        switch (shape) {
            case "CIRCLE" -> region.setRadius(map.positive("radius"));
            case "ANNULUS" -> annulus(map, region);
            case "BOX" ->
                region.setShape(RegionShape.BOX).setWidth(map.positive("width")).setHeight(map.positive("height"));
            default -> map.mistake("shape", "must be one of " + Arrays.toString(RegionShape.values()));
        }
        return region;
    }

    /** Pixels, or arcsec from the sky reference, given as such or as a direction. */
    private static double[] centre(YamlMap map, @Nullable SkyPosition sky) {
        if (sky == null || !map.has("rightAscensionDegrees")) {
            return new double[] {map.number("centreX", null), map.number("centreY", null)};
        }
        double[] offset = TangentPlane.offsetArcseconds(position(map), sky);
        if (Double.isNaN(offset[0]) || Double.isNaN(offset[1])) {
            map.mistake("rightAscensionDegrees", "must lie within 90 degrees of the skyReference");
        }
        return offset;
    }

    static SkyPosition position(YamlMap map) {
        double rightAscension = map.number("rightAscensionDegrees", null);
        double declination = map.number("declinationDegrees", null);
        if (rightAscension < 0 || rightAscension >= 360) {
            map.mistake("rightAscensionDegrees", "must be at least 0 and below 360");
        }
        if (Math.abs(declination) > 90) {
            map.mistake("declinationDegrees", "must be from -90 to 90");
        }
        return new SkyPosition(rightAscension, declination);
    }

    private static void annulus(YamlMap map, SkyRegion.Builder region) {
        double inner = atLeastZero(map, "innerRadius");
        double outer = map.positive("radius");
        if (!(outer > inner)) {
            map.mistake("radius", "must be larger than innerRadius");
        }
        region.setShape(RegionShape.ANNULUS).setInnerRadius(inner).setRadius(outer);
    }

    private static double atLeastZero(YamlMap map, String key) {
        double value = map.number(key, null);
        if (!(value >= 0) && !Double.isNaN(value)) {
            map.mistake(key, "must not be negative");
        }
        return value;
    }
}
