package org.axionwatch.topics.ingest;

import java.util.List;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.records.xray.GoodTimeInterval;

/**
 * An X-ray event list.
 *
 * @param file file name without folder
 * @param observation what was observed with what
 * @param livetimeSeconds LIVETIME, else EXPOSURE [s]
 * @param goodTimeIntervals the GTI extension, empty where there is none
 * @param columns one value an event
 */
public record EventList(
        String file,
        Observation observation,
        double livetimeSeconds,
        List<GoodTimeInterval> goodTimeIntervals,
        Columns columns) {

    /** Observation id, telescope with instrument, and the zero of the event times (MJDREF + TIMEZERO, TT) [d]. */
    public record Observation(String id, String instrument, MjdInstant referenceEpoch) {}

    /** Times [s], energies [keV] and positions [pixel]; NaN where the file holds a null. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Columns(double[] timesSeconds, float[] energiesKeV, float[] x, float[] y) {}

    /** Number of events. */
    public int size() {
        return columns.timesSeconds.length;
    }
}
