package org.axionwatch.streams.likelihood;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.axionwatch.physics.xray.EventCounts;
import org.axionwatch.physics.xray.OutsideReason;
import org.axionwatch.streams.step.StateBytes;
import org.jspecify.annotations.Nullable;

/**
 * What one batch adds to the sums of its source.
 *
 * @param version revision of the batch
 * @param inside events, element bin x regions + region
 * @param outside events outside, by ordinal of their reason
 * @param livetimeSeconds livetime [s]
 * @param times first and last event time, null without events of finite time
 */
@SuppressWarnings("ArrayRecordComponent")
record BatchCounts(int version, long[] inside, long[] outside, double livetimeSeconds, @Nullable TimeSpan times) {

    private static final byte FORMAT = 2;

    static BatchCounts of(int version, EventCounts counts, double livetimeSeconds, @Nullable TimeSpan times) {
        long[] outside = new long[OutsideReason.values().length];
        for (OutsideReason reason : OutsideReason.values()) {
            outside[reason.ordinal()] = counts.outside(reason);
        }
        return new BatchCounts(version, counts.inside(), outside, livetimeSeconds, times);
    }

    byte[] toBytes() {
        return StateBytes.write(this::write);
    }

    private void write(DataOutputStream out) throws IOException {
        out.writeByte(FORMAT);
        out.writeInt(version);
        StateBytes.writeLongs(out, inside);
        StateBytes.writeLongs(out, outside);
        out.writeDouble(livetimeSeconds);
        TimeSpan.write(out, times);
    }

    static BatchCounts fromBytes(byte[] bytes) {
        return StateBytes.read(bytes, BatchCounts::read);
    }

    private static BatchCounts read(DataInputStream in) throws IOException {
        StateBytes.requireFormat(in.readByte(), FORMAT, "batch");
        return new BatchCounts(
                in.readInt(), StateBytes.readLongs(in), StateBytes.readLongs(in), in.readDouble(), TimeSpan.read(in));
    }
}
