package org.axionwatch.physics.likelihood;

import java.nio.ByteBuffer;
import org.axionwatch.physics.likelihood.FixedPointException.Reason;

/**
 * Order-independent exact sum of vectors. Each addend is rounded once, half to even, to a multiple of
 * 2^-fractionBits and then added in 128-bit two's complement integers, so the same addends in any order give
 * identical bytes and a subtracted addend leaves no trace.
 *
 * <p>Range of the sum: |value| &lt; 2^(127 - fractionBits); resolution 2^-fractionBits. With 60 fraction bits that is
 * 1.5e20 and 8.7e-19. A refused addend ({@link FixedPointException}) changes nothing. Not thread-safe.
 */
public final class FixedPointVectorSum {

    private static final byte VERSION = 1;
    private static final int HEADER_BYTES = 2 + Integer.BYTES;
    private static final int CELL_BYTES = 2 * Long.BYTES;
    private static final int MAX_FRACTION_BITS = 120;
    private static final int MANTISSA_BITS = 52;
    private static final double LONG_LIMIT = 0x1p62;
    private static final double ADDEND_LIMIT = 0x1p126;

    private final int fractionBits;
    private final double scale;
    private long[] high;
    private long[] low;
    private long[] nextHigh;
    private long[] nextLow;

    private FixedPointVectorSum(int length, int fractionBits) {
        if (length < 1 || fractionBits < 0 || fractionBits > MAX_FRACTION_BITS) {
            throw new FixedPointException(
                    Reason.BAD_SHAPE,
                    length + " elements with " + fractionBits + " fraction bits; allowed are 1 or more, 0 to "
                            + MAX_FRACTION_BITS);
        }
        this.fractionBits = fractionBits;
        this.scale = Math.scalb(1.0, fractionBits);
        this.high = new long[length];
        this.low = new long[length];
        this.nextHigh = new long[length];
        this.nextLow = new long[length];
    }

    /**
     * A sum of nothing.
     *
     * @param length number of elements, at least 1
     * @param fractionBits binary digits kept below one, 0 to 120
     */
    public static FixedPointVectorSum zeros(int length, int fractionBits) {
        return new FixedPointVectorSum(length, fractionBits);
    }

    public int length() {
        return high.length;
    }

    public int fractionBits() {
        return fractionBits;
    }

    /**
     * Adds a vector.
     *
     * @throws FixedPointException NOT_FINITE, ADDEND_OVERFLOW, SUM_OVERFLOW or LENGTH_MISMATCH
     */
    public void add(double[] addend) {
        accumulate(addend, scale);
    }

    /**
     * Takes a vector that was added before out of the sum, exactly.
     *
     * @throws FixedPointException NOT_FINITE, ADDEND_OVERFLOW, SUM_OVERFLOW or LENGTH_MISMATCH
     */
    public void subtract(double[] addend) {
        accumulate(addend, -scale);
    }

    /** The sums, each rounded once to the nearest double. */
    public double[] values() {
        double[] values = new double[high.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = toDouble(high[i], low[i]);
        }
        return values;
    }

    /** One of the sums, rounded once to the nearest double. */
    public double value(int index) {
        return toDouble(high[index], low[index]);
    }

    /** The state, big-endian: version, fraction bits, number of elements, 16 bytes an element. */
    public byte[] toBytes() {
        ByteBuffer buffer = ByteBuffer.allocate(HEADER_BYTES + CELL_BYTES * high.length);
        buffer.put(VERSION).put((byte) fractionBits).putInt(high.length);
        for (int i = 0; i < high.length; i++) {
            buffer.putLong(high[i]).putLong(low[i]);
        }
        return buffer.array();
    }

    /**
     * Restores what {@link #toBytes()} wrote.
     *
     * @throws FixedPointException BAD_BYTES for another version or length, BAD_SHAPE for a damaged header
     */
    public static FixedPointVectorSum fromBytes(byte[] bytes) {
        if (bytes.length < HEADER_BYTES) {
            throw new FixedPointException(Reason.BAD_BYTES, bytes.length + " bytes are shorter than the header");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        byte version = buffer.get();
        if (version != VERSION) {
            throw new FixedPointException(Reason.BAD_BYTES, "version " + version + ", expected " + VERSION);
        }
        int fractionBits = buffer.get();
        int length = buffer.getInt();
        if (bytes.length != HEADER_BYTES + (long) CELL_BYTES * length) {
            throw new FixedPointException(Reason.BAD_BYTES, bytes.length + " bytes for " + length + " elements");
        }
        FixedPointVectorSum sum = new FixedPointVectorSum(length, fractionBits);
        for (int i = 0; i < length; i++) {
            sum.high[i] = buffer.getLong();
            sum.low[i] = buffer.getLong();
        }
        return sum;
    }

    private void accumulate(double[] addend, double signedScale) {
        if (addend.length != high.length) {
            throw new FixedPointException(
                    Reason.LENGTH_MISMATCH, addend.length + " elements added to a sum of " + high.length);
        }
        for (int i = 0; i < addend.length; i++) {
            double scaled = addend[i] * signedScale;
            if (Math.abs(scaled) < LONG_LIMIT) {
                long units = (long) Math.rint(scaled);
                addUnits(i, units >> 63, units);
            } else {
                addLarge(i, addend[i], scaled);
            }
        }
        commit();
    }

    private void addLarge(int index, double addend, double scaled) {
        if (Double.isNaN(addend) || Double.isInfinite(addend)) {
            throw new FixedPointException(Reason.NOT_FINITE, "element " + index + " is " + addend);
        }
        if (!(Math.abs(scaled) < ADDEND_LIMIT)) {
            throw new FixedPointException(
                    Reason.ADDEND_OVERFLOW,
                    "element " + index + " is " + addend + " with " + fractionBits + " fraction bits");
        }
        int shift = Math.getExponent(scaled) - MANTISSA_BITS;
        long mantissa = (long) Math.scalb(scaled, -shift);
        boolean wide = shift >= Long.SIZE;
        addUnits(
                index,
                wide ? mantissa << (shift - Long.SIZE) : mantissa >> (Long.SIZE - shift),
                wide ? 0 : mantissa << shift);
    }

    private void addUnits(int index, long unitsHigh, long unitsLow) {
        long sumLow = low[index] + unitsLow;
        long carry = Long.compareUnsigned(sumLow, unitsLow) < 0 ? 1 : 0;
        long sumHigh = high[index] + unitsHigh + carry;
        if (((high[index] ^ sumHigh) & (unitsHigh ^ sumHigh)) < 0) {
            throw new FixedPointException(Reason.SUM_OVERFLOW, "element " + index);
        }
        nextHigh[index] = sumHigh;
        nextLow[index] = sumLow;
    }

    private void commit() {
        long[] spareHigh = high;
        long[] spareLow = low;
        high = nextHigh;
        low = nextLow;
        nextHigh = spareHigh;
        nextLow = spareLow;
    }

    private double toDouble(long valueHigh, long valueLow) {
        boolean negative = valueHigh < 0;
        long magnitudeLow = negative ? -valueLow : valueLow;
        long magnitudeHigh = negative ? ~valueHigh + (valueLow == 0 ? 1 : 0) : valueHigh;
        int shift = magnitudeHigh == 0 && magnitudeLow >= 0 ? 0 : 66 - Long.numberOfLeadingZeros(magnitudeHigh);
        long top = magnitudeLow;
        if (shift > 0) {
            top = shift < Long.SIZE
                    ? (magnitudeHigh << (Long.SIZE - shift)) | (magnitudeLow >>> shift)
                    : magnitudeHigh >>> (shift - Long.SIZE);
            top |= droppedBits(magnitudeHigh, magnitudeLow, shift) ? 1 : 0;
        }
        double value = Math.scalb((double) top, shift - fractionBits);
        return negative ? -value : value;
    }

    private static boolean droppedBits(long magnitudeHigh, long magnitudeLow, int shift) {
        if (shift < Long.SIZE) {
            return magnitudeLow << (Long.SIZE - shift) != 0;
        }
        return magnitudeLow != 0 || (shift > Long.SIZE && magnitudeHigh << (2 * Long.SIZE - shift) != 0);
    }
}
