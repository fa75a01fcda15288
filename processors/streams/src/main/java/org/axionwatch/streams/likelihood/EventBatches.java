package org.axionwatch.streams.likelihood;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.apache.avro.generic.PrimitivesArrays.DoubleArray;
import org.apache.avro.generic.PrimitivesArrays.FloatArray;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.axionwatch.physics.xray.EventColumns;
import org.axionwatch.physics.xray.GoodTimeIntervals;
import org.axionwatch.physics.xray.OutsideReason;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.records.xray.GoodTimeInterval;
import org.axionwatch.records.xray.XrayEventBatch;
import org.axionwatch.streams.step.BadRecordException;
import org.axionwatch.streams.step.BadRecordException.Reason;
import org.jspecify.annotations.Nullable;

/** Unpacks event batches and counts their events. */
final class EventBatches {

    private EventBatches() {}

    /** Events a batch stands for, in its columns or counted already. */
    static long events(XrayEventBatch batch) {
        long counted = batch.getBinnedCounts().stream()
                .mapToLong(count -> Math.max(0, count))
                .sum();
        return batch.getEnergiesKeV().size() + counted + Math.max(0, batch.getBinnedOutside());
    }

    /**
     * @throws BadRecordException INVALID_VALUE where columns, counts, intervals or livetime are impossible,
     *     INCONSISTENT_SHAPE where positions or counts are not those of the description
     */
    static BatchCounts count(XrayEventBatch batch, SourceModel model) {
        if (!(batch.getLivetimeSeconds() >= 0 && batch.getLivetimeSeconds() <= Double.MAX_VALUE)) {
            throw new BadRecordException(
                    Reason.INVALID_VALUE, "livetime " + batch.getLivetimeSeconds() + " s in " + batch.getBatchId());
        }
        if (!Objects.equals(
                batch.getSkyReference(), model.description().source().getSkyReference())) {
            throw new BadRecordException(
                    Reason.INCONSISTENT_SHAPE,
                    "positions of " + batch.getBatchId() + " refer to another point than the regions of "
                            + batch.getSource());
        }
        return batch.getBinnedCounts().isEmpty() ? countColumns(batch, model) : binned(batch, model);
    }

    /** A spectrum that was counted before; its time is that of its good time intervals. */
    private static BatchCounts binned(XrayEventBatch batch, SourceModel model) {
        long[] inside =
                batch.getBinnedCounts().stream().mapToLong(Long::longValue).toArray();
        if (inside.length != model.cells() || !batch.getEnergiesKeV().isEmpty()) {
            throw new BadRecordException(
                    Reason.INCONSISTENT_SHAPE,
                    inside.length + " counts instead of " + model.cells() + " alone in " + batch.getBatchId());
        }
        if (batch.getBinnedOutside() < 0 || Arrays.stream(inside).anyMatch(count -> count < 0)) {
            throw new BadRecordException(Reason.INVALID_VALUE, "negative counts in " + batch.getBatchId());
        }
        long[] outside = new long[OutsideReason.values().length];
        outside[OutsideReason.OUTSIDE_ENERGY.ordinal()] = batch.getBinnedOutside();
        double[] ends = batch.getGoodTimeIntervals().stream()
                .flatMapToDouble(interval -> DoubleStream.of(interval.getStartSeconds(), interval.getStopSeconds()))
                .toArray();
        return new BatchCounts(
                batch.getVersion(), inside, outside, batch.getLivetimeSeconds(), span(batch.getReferenceEpoch(), ends));
    }

    private static BatchCounts countColumns(XrayEventBatch batch, SourceModel model) {
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
