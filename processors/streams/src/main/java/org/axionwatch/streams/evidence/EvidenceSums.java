package org.axionwatch.streams.evidence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.axionwatch.physics.axion.MatchedFilterProducts;
import org.axionwatch.physics.axion.ResonanceGrid;
import org.axionwatch.physics.likelihood.FixedPointException;
import org.axionwatch.physics.likelihood.FixedPointVectorSum;
import org.axionwatch.records.pulsar.SignalScore;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.streams.step.BadRecordException;
import org.axionwatch.streams.step.BadRecordException.Reason;
import org.axionwatch.streams.step.StateBytes;
import org.jspecify.annotations.Nullable;

/**
 * Sums over the frames of one pulsar: matched-filter numerators and denominators in exact fixed point, and counts. The
 * same frames in any order give the same bytes; a frame that was added can be taken out without a trace.
 */
final class EvidenceSums {

    private static final byte FORMAT = 1;

    /** Range 1.5e26 s^-2, resolution 9e-13 s^-2: from nanosecond to second uncertainties with room for 1e8 frames. */
    private static final int FRACTION_BITS = 40;

    private final org.axionwatch.records.pulsar.ResonanceGrid grid;
    private final FixedPointVectorSum products;
    private final SortedMap<String, Long> framesByModel;
    private long channels;
    private long positiveFrames;
    private @Nullable EpochSpan span;

    private EvidenceSums(
            org.axionwatch.records.pulsar.ResonanceGrid grid,
            FixedPointVectorSum products,
            SortedMap<String, Long> framesByModel) {
        this.grid = grid;
        this.products = products;
        this.framesByModel = framesByModel;
    }

    static EvidenceSums empty(org.axionwatch.records.pulsar.ResonanceGrid grid) {
        return new EvidenceSums(grid, FixedPointVectorSum.zeros(2 * grid.getCount(), FRACTION_BITS), new TreeMap<>());
    }

    org.axionwatch.records.pulsar.ResonanceGrid grid() {
        return grid;
    }

    long frames() {
        return framesByModel.values().stream().mapToLong(Long::longValue).sum();
    }

    long channels() {
        return channels;
    }

    long positiveFrames() {
        return positiveFrames;
    }

    /** The scoring model; where several took part, all of them in alphabetical order. */
    String modelIds() {
        return String.join("+", framesByModel.keySet());
    }

    /** @throws BadRecordException GRID_MISMATCH, INCONSISTENT_SHAPE or INVALID_VALUE; the sums are left as they were */
    void add(SignalScore score) {
        double[] addend = products(score);
        try {
            products.add(addend);
        } catch (FixedPointException e) {
            throw new BadRecordException(Reason.INVALID_VALUE, e.getMessage() + " in " + score.getFrameId(), e);
        }
        count(score, 1);
        span = span == null ? new EpochSpan(score.getEpoch(), score.getEpoch()) : span.with(score.getEpoch());
    }

    /**
     * Takes out a frame that was added.
     *
     * @param remaining epochs of all other frames; an earliest and latest cannot be subtracted
     */
    void subtract(SignalScore score, List<MjdInstant> remaining) {
        products.subtract(products(score));
        count(score, -1);
        span = remaining.isEmpty() ? null : EpochSpan.of(remaining);
    }

    /** First and last epoch; there must be a frame. */
    EpochSpan span() {
        if (span == null) {
            throw new IllegalStateException("no frame has been added");
        }
        return span;
    }

    /** The summed products. */
    MatchedFilterProducts total() {
        double[] values = products.values();
        int cells = grid.getCount();
        return new MatchedFilterProducts(
                new ResonanceGrid(grid.getStartMHz(), grid.getStepMHz(), cells),
                Arrays.copyOfRange(values, 0, cells),
                Arrays.copyOfRange(values, cells, 2 * cells));
    }

    private double[] products(SignalScore score) {
        if (!score.getProducts().getGrid().equals(grid)) {
            throw new BadRecordException(
                    Reason.GRID_MISMATCH, score.getProducts().getGrid() + " on sums over " + grid);
        }
        List<Double> numerators = score.getProducts().getNumerators();
        List<Double> denominators = score.getProducts().getDenominators();
        if (numerators.size() != grid.getCount() || denominators.size() != grid.getCount()) {
            throw new BadRecordException(
                    Reason.INCONSISTENT_SHAPE,
                    numerators.size() + " numerators and " + denominators.size() + " denominators for "
                            + grid.getCount() + " cells");
        }
        return DoubleStream.concat(stream(numerators), stream(denominators)).toArray();
    }

    private static DoubleStream stream(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue);
    }

    private void count(SignalScore score, int sign) {
        channels += (long) sign * score.getChannelCount();
        positiveFrames += Classifications.isPositive(score) ? sign : 0;
        framesByModel.merge(score.getModelId(), (long) sign, (a, b) -> a + b == 0 ? null : a + b);
    }

    byte[] toBytes() {
        return StateBytes.write(this::write);
    }

    private void write(DataOutputStream out) throws IOException {
        out.writeByte(FORMAT);
        GridBytes.write(out, grid);
        out.writeLong(channels);
        out.writeLong(positiveFrames);
        out.writeInt(framesByModel.size());
        for (var model : framesByModel.entrySet()) {
            out.writeUTF(model.getKey());
            out.writeLong(model.getValue());
        }
        EpochBytes.write(out, span);
        byte[] sums = products.toBytes();
        out.writeInt(sums.length);
        out.write(sums);
    }

    static EvidenceSums fromBytes(byte[] bytes) {
        return StateBytes.read(bytes, EvidenceSums::read);
    }

    private static EvidenceSums read(DataInputStream in) throws IOException {
        StateBytes.requireFormat(in.readByte(), FORMAT, "evidence");
        var grid = GridBytes.read(in);
        long channels = in.readLong();
        long positiveFrames = in.readLong();
        SortedMap<String, Long> framesByModel = new TreeMap<>();
        for (int models = in.readInt(); models > 0; models--) {
            framesByModel.put(in.readUTF(), in.readLong());
        }
        EpochSpan span = EpochBytes.read(in);
        byte[] products = in.readNBytes(in.readInt());
        EvidenceSums sums = new EvidenceSums(grid, FixedPointVectorSum.fromBytes(products), framesByModel);
        sums.channels = channels;
        sums.positiveFrames = positiveFrames;
        sums.span = span;
        return sums;
    }
}
