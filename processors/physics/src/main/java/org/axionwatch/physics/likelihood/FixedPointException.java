package org.axionwatch.physics.likelihood;

/** An addend or a stored state that a {@link FixedPointVectorSum} refuses; the sum is left as it was. */
public final class FixedPointException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Reason {
        /** An addend is NaN or infinite. */
        NOT_FINITE,
        /** A single addend does not fit into 127 bits. */
        ADDEND_OVERFLOW,
        /** The sum would leave the range of 128 bits. */
        SUM_OVERFLOW,
        /** The addend has another number of elements than the sum. */
        LENGTH_MISMATCH,
        /** Stored bytes are of another version, truncated or too long. */
        BAD_BYTES,
        /** Number of elements or fraction bits out of range. */
        BAD_SHAPE
    }

    private final Reason reason;

    FixedPointException(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
