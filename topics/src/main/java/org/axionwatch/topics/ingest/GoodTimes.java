package org.axionwatch.topics.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nom.tam.fits.FitsException;
import org.axionwatch.records.xray.GoodTimeInterval;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;

/** Good time intervals of an event list: the union over its detectors, whose own intervals its events already passed. */
final class GoodTimes {
    private GoodTimes() {}

    /** Sorted and disjoint; at least one. */
    static List<GoodTimeInterval> of(FitsFile file) throws FitsException {
        List<GoodTimeInterval> intervals = new ArrayList<>();
        for (FitsTable table : file.tables()) {
            if (isOne(table)) {
                add(table, intervals);
            }
        }
        if (intervals.isEmpty()) {
            throw new ArchiveFormatException(Reason.MISSING_HDU, file.name(), "no good time interval (GTI)");
        }
        return union(intervals);
    }

    static boolean isOne(FitsTable table) {
        return table.extension().contains("GTI") || table.isOfClass("GTI");
    }

    private static void add(FitsTable table, List<GoodTimeInterval> intervals) throws FitsException {
        double[] starts = table.finite("START");
        double[] stops = table.finite("STOP");
        for (int i = 0; i < starts.length; i++) {
            if (!(starts[i] <= stops[i])) {
                throw new ArchiveFormatException(
                        Reason.MALFORMED_COLUMN, table.place(), "row " + (i + 1) + " stops before it starts");
            }
            if (starts[i] < stops[i]) {
                intervals.add(new GoodTimeInterval(starts[i], stops[i]));
            }
        }
    }

    private static List<GoodTimeInterval> union(List<GoodTimeInterval> intervals) {
        intervals.sort(Comparator.comparingDouble(GoodTimeInterval::getStartSeconds));
        List<GoodTimeInterval> union = new ArrayList<>();
        GoodTimeInterval last = intervals.get(0);
        for (GoodTimeInterval next : intervals.subList(1, intervals.size())) {
            if (next.getStartSeconds() > last.getStopSeconds()) {
                union.add(last);
                last = next;
            } else {
                last = new GoodTimeInterval(
                        last.getStartSeconds(), Math.max(last.getStopSeconds(), next.getStopSeconds()));
            }
        }
        union.add(last);
        return union;
    }
}
