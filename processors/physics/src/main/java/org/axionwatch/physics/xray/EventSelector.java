package org.axionwatch.physics.xray;

import java.util.List;
import org.axionwatch.physics.xray.XrayModelException.Reason;

/**
 * Sorts events into energy bins and regions. Regions are tried in the order given; a later one does not see the events
 * of an earlier one, and none sees those of an exclusion. Immutable.
 */
public final class EventSelector {

    private static final int NONE = -1;

    private final EnergyBins bins;
    private final Region[] regions;
    private final Region[] exclusions;

    /**
     * @param bins energy bins
     * @param regions at least one region, in order of precedence
     * @throws XrayModelException LENGTH_MISMATCH without regions
     */
    public EventSelector(EnergyBins bins, List<Region> regions) {
        this(bins, regions, List.of());
    }

    /**
     * @param bins energy bins
     * @param regions at least one region, in order of precedence
     * @param exclusions regions whose events belong to no other
     * @throws XrayModelException LENGTH_MISMATCH without regions
     */
    public EventSelector(EnergyBins bins, List<Region> regions, List<Region> exclusions) {
        if (regions.isEmpty()) {
            throw new XrayModelException(Reason.LENGTH_MISMATCH, "no regions");
        }
        this.bins = bins;
        this.regions = regions.toArray(Region[]::new);
        this.exclusions = exclusions.toArray(Region[]::new);
    }

    /** Counts every event once. */
    public EventCounts count(EventColumns events, GoodTimeIntervals goodTimes) {
        EventCounts counts = new EventCounts(bins.count(), regions.length);
        double[] times = events.timesSeconds();
        float[] energies = events.energiesKeV();
        float[] x = events.positionsX();
        float[] y = events.positionsY();
        for (int i = 0; i < times.length; i++) {
            if (!Double.isFinite(times[i] + energies[i] + x[i] + y[i])) {
                counts.addOutside(OutsideReason.BAD_VALUE);
                continue;
            }
            if (!goodTimes.contains(times[i])) {
                counts.addOutside(OutsideReason.OUTSIDE_GTI);
                continue;
            }
            place(counts, energies[i], x[i], y[i]);
        }
        return counts;
    }

    private void place(EventCounts counts, float energyKeV, float x, float y) {
        int bin = bins.indexOf(energyKeV);
        if (bin == EnergyBins.NONE) {
            counts.addOutside(OutsideReason.OUTSIDE_ENERGY);
            return;
        }
        if (exclusions.length > 0 && first(exclusions, x, y) != NONE) {
            counts.addOutside(OutsideReason.EXCLUDED);
            return;
        }
        int region = first(regions, x, y);
        if (region == NONE) {
            counts.addOutside(OutsideReason.OUTSIDE_REGION);
            return;
        }
        counts.addInside(bin, region);
    }

    private static int first(Region[] regions, double x, double y) {
        for (int i = 0; i < regions.length; i++) {
            if (regions[i].contains(x, y)) {
                return i;
            }
        }
        return NONE;
    }
}
