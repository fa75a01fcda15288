package org.axionwatch.physics.timing;

import java.nio.ByteBuffer;
import org.axionwatch.physics.likelihood.FixedPointException;
import org.axionwatch.physics.likelihood.FixedPointVectorSum;

/**
 * Running sum of the normal equations of one pulsar, exact and independent of the order of its frames: the same frames give the
 * same bytes, and a frame that was added can be taken out without a trace. An update costs the same however many frames have
 * been added. Columns are in units of their scale, of order one; so sums stay in range for uncertainties from 0.1 ns to
 * seconds and 1e8 arrival times of 10 ns at 300 MHz, and each addend is rounded by less than 1e-12. Not thread-safe.
 */
public final class NormalEquations {

    private static final byte FORMAT = 1;
    private static final int FRACTION_BITS = 40;
    private static final int HEADER_BYTES = 1 + Integer.BYTES + 3 * Long.BYTES;

    private final int terms;
    private final FixedPointVectorSum sums;
    private long frames;
    private long toas;
    private long freeConstants;

    private NormalEquations(int terms, FixedPointVectorSum sums) {
        this.terms = terms;
        this.sums = sums;
    }

    /** No frame yet. */
    public static NormalEquations empty(int terms) {
        return new NormalEquations(terms, FixedPointVectorSum.zeros(PackedProducts.length(terms), FRACTION_BITS));
    }

    /**
     * Adds a frame.
     *
     * @throws FixedPointException where a product is out of range or the frame has other terms; nothing is changed then
     */
    public void add(FrameContribution frame) {
        sums.add(frame.sums());
        count(frame, 1);
    }

    /** Takes out a frame that was added. */
    public void subtract(FrameContribution frame) {
        sums.subtract(frame.sums());
        count(frame, -1);
    }

    private void count(FrameContribution frame, int sign) {
        frames += sign;
        toas += (long) sign * frame.toas();
        freeConstants += (long) sign * frame.freeConstants();
    }

    public int terms() {
        return terms;
    }

    /** Frames in the sums. */
    public long frames() {
        return frames;
    }

    /** Arrival times in the sums. */
    public long toas() {
        return toas;
    }

    /** Constants of sub-integrations that the data of the frames themselves determine. */
    public long freeConstants() {
        return freeConstants;
    }

    PackedProducts products() {
        return new PackedProducts(terms, sums.values());
    }

    /** The sums as bytes; equal sums give equal bytes. */
    public byte[] toBytes() {
        byte[] kept = sums.toBytes();
        return ByteBuffer.allocate(HEADER_BYTES + kept.length)
                .put(FORMAT)
                .putInt(terms)
                .putLong(frames)
                .putLong(toas)
                .putLong(freeConstants)
                .put(kept)
                .array();
    }

    /**
     * Restores what {@link #toBytes()} wrote.
     *
     * @throws IllegalArgumentException where the bytes are of another format or cut
     */
    public static NormalEquations fromBytes(byte[] bytes) {
        if (bytes.length < HEADER_BYTES || bytes[0] != FORMAT) {
            throw new IllegalArgumentException("not the normal equations of format " + FORMAT);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
        int terms = buffer.getInt();
        long frames = buffer.getLong();
        long toas = buffer.getLong();
        long freeConstants = buffer.getLong();
        byte[] kept = new byte[buffer.remaining()];
        buffer.get(kept);
        NormalEquations equations = new NormalEquations(terms, FixedPointVectorSum.fromBytes(kept));
        if (equations.sums.length() != PackedProducts.length(terms)) {
            throw new IllegalArgumentException(equations.sums.length() + " sums for " + terms + " terms");
        }
        equations.frames = frames;
        equations.toas = toas;
        equations.freeConstants = freeConstants;
        return equations;
    }
}
