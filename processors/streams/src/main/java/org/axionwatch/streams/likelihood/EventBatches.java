package org.axionwatch.streams.likelihood;

import java.util.Arrays;
import java.util.List;
import org.apache.avro.generic.PrimitivesArrays.DoubleArray;
import org.apache.avro.generic.PrimitivesArrays.FloatArray;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.axionwatch.physics.xray.EventColumns;
import org.axionwatch.physics.xray.GoodTimeIntervals;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.records.xray.GoodTimeInterval;
import org.axionwatch.records.xray.XrayEventBatch;
import org.axionwatch.streams.step.BadRecordException;
import org.axionwatch.streams.step.BadRecordException.Reason;
import org.jspecify.annotations.Nullable;

/** Unpacks event batches and counts their events. */
final class EventBatches {

    private EventBatches() {}

    /** @throws BadRecordException INVALID_VALUE where columns, intervals or livetime are impossible */
    static BatchCounts count(XrayEventBatch batch, SourceModel model) {
        if (!(batch.getLivetimeSeconds() >= 0 && batch.getLivetimeSeconds() <= Double.MAX_VALUE)) {
            throw new BadRecordException(
                    Reason.INVALID_VALUE, "livetime " + batch.getLivetimeSeconds() + " s in " + batch.getBatchId());
        }
        try {
            double[] times = doubles(batch.getEventTimesSeconds());
            EventColumns events = new EventColumns(
                    times,
                    floats(batch.getEnergiesKeV()),
                    floats(batch.getPositionsX()),
                    floats(batch.getPositionsY()));
            return BatchCounts.of(
                    batch.getVersion(),
                    model.selector().count(events, goodTimes(batch.getGoodTimeIntervals())),
                    batch.getLivetimeSeconds(),
                    span(batch.getReferenceEpoch(), times));
        } catch (IllegalArgumentException e) {
            throw new BadRecordException(Reason.INVALID_VALUE, e.getMessage() + " in " + batch.getBatchId(), e);
        }
    }

    private static GoodTimeIntervals goodTimes(List<GoodTimeInterval> intervals) {
        return new GoodTimeIntervals(
                intervals.stream()
                        .mapToDouble(GoodTimeInterval::getStartSeconds)
                        .toArray(),
                intervals.stream().mapToDouble(GoodTimeInterval::getStopSeconds).toArray());
    }

    private static @Nullable TimeSpan span(MjdInstant reference, double[] times) {
        var finite = Arrays.stream(times).filter(Double::isFinite).summaryStatistics();
        return finite.getCount() == 0
                ? null
                : new TimeSpan(instant(reference, finite.getMin()), instant(reference, finite.getMax()));
    }

    private static MjdInstant instant(MjdInstant reference, double seconds) {
        ModifiedJulianDate date =
                new ModifiedJulianDate(reference.getDay(), reference.getFraction()).plusSeconds(seconds);
        return new MjdInstant(date.day(), date.fraction());
    }

    private static double[] doubles(List<Double> values) {
        if (values instanceof DoubleArray unboxed) {
            double[] array = new double[unboxed.size()];
            for (int i = 0; i < array.length; i++) {
                array[i] = unboxed.getDouble(i);
            }
            return array;
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static float[] floats(List<Float> values) {
        float[] array = new float[values.size()];
        if (values instanceof FloatArray unboxed) {
            for (int i = 0; i < array.length; i++) {
                array[i] = unboxed.getFloat(i);
            }
            return array;
        }
        for (int i = 0; i < array.length; i++) {
            array[i] = values.get(i);
        }
        return array;
    }
}
