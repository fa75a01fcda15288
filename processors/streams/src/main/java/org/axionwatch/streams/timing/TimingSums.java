package org.axionwatch.streams.timing;

import java.nio.ByteBuffer;
import org.axionwatch.physics.timing.NormalEquations;
import org.axionwatch.streams.step.StateBytes;

/**
 * The normal equations of a pulsar as they are kept.
 *
 * @param ephemerisVersion revision of the ephemeris that the frames were added with
 * @param equations the sums
 */
record TimingSums(int ephemerisVersion, NormalEquations equations) {

    private static final byte FORMAT = 1;
    private static final int HEADER_BYTES = 1 + Integer.BYTES;

    byte[] toBytes() {
        byte[] sums = equations.toBytes();
        return ByteBuffer.allocate(HEADER_BYTES + sums.length)
                .put(FORMAT)
                .putInt(ephemerisVersion)
                .put(sums)
                .array();
    }

    /** @throws IllegalStateException where the bytes are of another format */
    static TimingSums fromBytes(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        StateBytes.requireFormat(buffer.get(), FORMAT, "timing sums");
        int version = buffer.getInt();
        byte[] sums = new byte[buffer.remaining()];
        buffer.get(sums);
        return new TimingSums(version, NormalEquations.fromBytes(sums));
    }
}
