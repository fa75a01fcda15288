package org.axionwatch.topics.ingest;

import java.util.Arrays;
import org.axionwatch.records.xray.RegionShape;
import org.axionwatch.records.xray.SkyRegion;

/** One region of a source description. */
final class RegionDescription {
    private RegionDescription() {}

    static SkyRegion read(YamlMap map) {
        String shape = map.text("shape", null);
        var region = SkyRegion.newBuilder()
                .setName(map.text("name", null))
                .setShape(RegionShape.CIRCLE)
                .setCentreX(map.number("centreX", null))
                .setCentreY(map.number("centreY", null))
                .setSignalFraction(atLeastZero(map, "signalFraction"))
                .setBackgroundShape(atLeastZero(map, "backgroundShape"));
        switch (shape) {
            case "CIRCLE" -> region.setRadius(map.positive("radius"));
            case "ANNULUS" -> annulus(map, region);
            case "BOX" ->
                region.setShape(RegionShape.BOX).setWidth(map.positive("width")).setHeight(map.positive("height"));
            default -> map.mistake("shape", "must be one of " + Arrays.toString(RegionShape.values()));
        }
        map.refuseOthers();
        return region.build();
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
