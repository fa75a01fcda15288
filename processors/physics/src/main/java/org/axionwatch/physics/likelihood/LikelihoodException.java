package org.axionwatch.physics.likelihood;

/** Counts, templates or responses that no likelihood can be built from. */
public final class LikelihoodException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Reason {
        /** Arrays that belong together differ in length, or are empty. */
        LENGTH_MISMATCH,
        /** Counts are negative, NaN or infinite. */
        BAD_COUNTS,
        /** A signal template entry is negative, NaN or infinite. */
        BAD_SIGNAL,
        /** A background template entry is not positive and finite. */
        BAD_BACKGROUND,
        /** No bin holds any signal at a = 1, so the amplitude is not defined. */
        NO_SIGNAL,
        /** A threshold, amplitude or exposure is out of range. */
        BAD_PARAMETER,
        /** A flux, effective area, width or redistribution is negative, NaN or infinite. */
        BAD_RESPONSE
    }

    private final Reason reason;

    public LikelihoodException(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
