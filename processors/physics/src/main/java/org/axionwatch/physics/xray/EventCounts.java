package org.axionwatch.physics.xray;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/** Events of one batch, each counted exactly once: in a bin and region, or under a reason. */
public final class EventCounts {

    private final int regions;
    private final long[] inside;
    private final long[] outside;

    EventCounts(int bins, int regions) {
        this.regions = regions;
        this.inside = new long[bins * regions];
        this.outside = new long[OutsideReason.values().length];
    }

    void addInside(int bin, int region) {
        inside[bin * regions + region]++;
    }

    void addOutside(OutsideReason reason) {
        outside[reason.ordinal()]++;
    }

    /** Events of one energy bin and region. */
    public long inside(int bin, int region) {
        return inside[bin * regions + region];
    }

    /** Events of every energy bin and region, element bin x regions + region. */
    public long[] inside() {
        return inside.clone();
    }

    public long outside(OutsideReason reason) {
        return outside[reason.ordinal()];
    }

    /** Events under every reason, zeros included. */
    public Map<OutsideReason, Long> outside() {
        Map<OutsideReason, Long> counts = new EnumMap<>(OutsideReason.class);
        for (OutsideReason reason : OutsideReason.values()) {
            counts.put(reason, outside[reason.ordinal()]);
        }
        return counts;
    }

    /** All events, inside and outside. */
    public long total() {
        return Arrays.stream(inside).sum() + Arrays.stream(outside).sum();
    }
}
