package org.axionwatch.topics.ingest;

import java.util.List;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.records.xray.GoodTimeInterval;
import org.axionwatch.records.xray.SkyPosition;
import org.jspecify.annotations.Nullable;

/**
 * An X-ray event list.
 *
 * @param file file name without folder
 * @param observation what was observed with what
 * @param livetimeSeconds LIVETIME, else EXPOSURE, else ONTIME x DEADC [s]
 * @param goodTimeIntervals union of the GTI extensions, sorted and disjoint
 * @param columns one value an event
 */
public record EventList(
        String file,
        Observation observation,
        double livetimeSeconds,
        List<GoodTimeInterval> goodTimeIntervals,
        Columns columns) {

    /**
     * What the columns refer to.
     *
     * @param id observation id
     * @param instrument telescope with instrument
     * @param referenceEpoch zero of the event times (MJDREF + TIMEZERO, TT) [d]
     * @param skyReference point the positions are offsets from, null where they are pixels
     */
    public record Observation(
            String id, String instrument, MjdInstant referenceEpoch, @Nullable SkyPosition skyReference) {}

    /**
     * Times [s], energies [keV] and positions [pixel, or arcsec to the east and north of the sky reference]; NaN where
     * the file holds a null.
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Columns(double[] timesSeconds, float[] energiesKeV, float[] x, float[] y) {}

    /** Number of events. */
    public int size() {
        return columns.timesSeconds.length;
    }
}
