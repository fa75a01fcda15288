package org.axionwatch.streams.likelihood;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.axionwatch.physics.xray.EnergyBins;
import org.axionwatch.physics.xray.EventSelector;
import org.axionwatch.physics.xray.Region;
import org.axionwatch.records.xray.SkyRegion;
import org.axionwatch.records.xray.XraySource;
import org.axionwatch.streams.step.BadRecordException;
import org.axionwatch.streams.step.BadRecordException.Reason;

/**
 * The physics of one source description, unpacked.
 *
 * @param description what it was made from
 * @param selector which bin and region an event belongs to
 * @param masses the likelihood of summed counts at each axion mass, that of the description itself first
 * @param cells number of bins times regions [1]
 */
record SourceModel(ResolvedSource description, EventSelector selector, List<MassModel> masses, int cells) {

    /** @throws BadRecordException INVALID_VALUE or INCONSISTENT_SHAPE where the description is impossible */
    static SourceModel of(ResolvedSource resolved) {
        XraySource source = resolved.source();
        try {
            EnergyBins bins = new EnergyBins(array(source.getEnergyEdgesKeV()));
            EventSelector selector =
                    new EventSelector(bins, regions(source.getRegions()), regions(source.getExclusions()));
            return new SourceModel(
                    resolved,
                    selector,
                    new SignalTemplates(resolved, bins.count()).masses(),
                    bins.count() * source.getRegions().size());
        } catch (IllegalArgumentException e) {
            throw new BadRecordException(
                    Reason.INVALID_VALUE, e.getMessage() + " in the description of " + source.getSource(), e);
        }
    }

    private static List<Region> regions(List<SkyRegion> regions) {
        return regions.stream().map(SourceModel::region).toList();
    }

    private static Region region(SkyRegion region) {
        return switch (region.getShape()) {
            case CIRCLE -> new Region.Circle(region.getCentreX(), region.getCentreY(), region.getRadius());
            case ANNULUS ->
                new Region.Annulus(
                        region.getCentreX(), region.getCentreY(), region.getInnerRadius(), region.getRadius());
            case BOX -> new Region.Box(region.getCentreX(), region.getCentreY(), region.getWidth(), region.getHeight());
        };
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Whether counts taken under one description mean the same under the other: equal bins, regions and reference. */
    static boolean sameGeometry(XraySource one, XraySource other) {
        return one.getEnergyEdgesKeV().equals(other.getEnergyEdgesKeV())
                && Objects.equals(one.getSkyReference(), other.getSkyReference())
                && outlines(one.getExclusions()).equals(outlines(other.getExclusions()))
                && outlines(one.getRegions()).equals(outlines(other.getRegions()));
    }

    private static List<List<Object>> outlines(List<SkyRegion> regions) {
        return Collections.unmodifiableList(regions.stream()
                .map(region -> List.<Object>of(
                        region.getShape(),
                        region.getCentreX(),
                        region.getCentreY(),
                        region.getInnerRadius(),
                        region.getRadius(),
                        region.getWidth(),
                        region.getHeight()))
                .toList());
    }
}
