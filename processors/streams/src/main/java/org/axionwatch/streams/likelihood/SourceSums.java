package org.axionwatch.streams.likelihood;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.axionwatch.physics.likelihood.FixedPointException;
import org.axionwatch.physics.likelihood.FixedPointVectorSum;
import org.axionwatch.physics.xray.OutsideReason;
import org.axionwatch.streams.step.BadRecordException;
import org.axionwatch.streams.step.BadRecordException.Reason;
import org.axionwatch.streams.step.StateBytes;
import org.jspecify.annotations.Nullable;

/**
 * Sums over the batches of one source: counts, and the exposure in exact fixed point. The same batches in any order give
 * the same bytes; a batch that was added can be taken out without a trace.
 */
final class SourceSums {

    private static final byte FORMAT = 2;

    /** Resolution 9e-19 s, range 1.5e20 s. */
    private static final int FRACTION_BITS = 60;

    private final long[] inside;
    private final long[] outside;
    private final FixedPointVectorSum exposure;
    private long batches;
    private @Nullable TimeSpan times;

    private SourceSums(long[] inside, long[] outside, FixedPointVectorSum exposure) {
        this.inside = inside;
        this.outside = outside;
        this.exposure = exposure;
    }

    static SourceSums empty(int cells) {
        return new SourceSums(
                new long[cells], new long[OutsideReason.values().length], FixedPointVectorSum.zeros(1, FRACTION_BITS));
    }

    long[] inside() {
        return inside.clone();
    }

    long outside(OutsideReason reason) {
        return outside[reason.ordinal()];
    }

    long events() {
        return Arrays.stream(inside).sum() + Arrays.stream(outside).sum();
    }

    double exposureSeconds() {
        return exposure.values()[0];
    }

    long batches() {
        return batches;
    }

    @Nullable
    TimeSpan times() {
        return times;
    }

    /** @throws BadRecordException INVALID_VALUE where the livetime is not finite; the sums are left as they were */
    void add(BatchCounts batch) {
        try {
            exposure.add(new double[] {batch.livetimeSeconds()});
        } catch (FixedPointException e) {
            throw new BadRecordException(Reason.INVALID_VALUE, "livetime: " + e.getMessage(), e);
        }
        count(batch, 1);
        TimeSpan added = batch.times();
        if (added != null) {
            times = times == null ? added : times.and(added);
        }
    }

    /**
     * Takes out a batch that was added.
     *
     * @param remaining event times of all other batches; an earliest and latest cannot be subtracted
     */
    void subtract(BatchCounts batch, List<TimeSpan> remaining) {
        exposure.subtract(new double[] {batch.livetimeSeconds()});
        count(batch, -1);
        times = remaining.stream()
                .filter(Objects::nonNull)
                .reduce(TimeSpan::and)
                .orElse(null);
    }

    private void count(BatchCounts batch, int sign) {
        for (int i = 0; i < inside.length; i++) {
            inside[i] += sign * batch.inside()[i];
        }
        for (int i = 0; i < outside.length; i++) {
            outside[i] += sign * batch.outside()[i];
        }
        batches += sign;
    }

    byte[] toBytes() {
        return StateBytes.write(this::write);
    }

    private void write(DataOutputStream out) throws IOException {
        out.writeByte(FORMAT);
        StateBytes.writeLongs(out, inside);
        StateBytes.writeLongs(out, outside);
        out.writeLong(batches);
        TimeSpan.write(out, times);
        byte[] bytes = exposure.toBytes();
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static SourceSums fromBytes(byte[] bytes) {
        return StateBytes.read(bytes, SourceSums::read);
    }

    private static SourceSums read(DataInputStream in) throws IOException {
        StateBytes.requireFormat(in.readByte(), FORMAT, "sums");
        long[] inside = StateBytes.readLongs(in);
        long[] outside = StateBytes.readLongs(in);
        long batches = in.readLong();
        TimeSpan times = TimeSpan.read(in);
        FixedPointVectorSum exposure = FixedPointVectorSum.fromBytes(in.readNBytes(in.readInt()));
        SourceSums sums = new SourceSums(inside, outside, exposure);
        sums.batches = batches;
        sums.times = times;
        return sums;
    }
}
