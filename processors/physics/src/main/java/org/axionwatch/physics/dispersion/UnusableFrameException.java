package org.axionwatch.physics.dispersion;

/** Says by name why no residual curve can be formed from a frame and its timing model. */
public final class UnusableFrameException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a frame is unusable; stable names for counters and dead letters. */
    public enum Reason {
        /** The frame has no arrival times. */
        NO_TOAS,
        /** Fewer channels than fitted terms + 1. */
        TOO_FEW_CHANNELS,
        /** All channels lie at one frequency, so that nu^-2 cannot be told from a constant. */
        SINGLE_FREQUENCY,
        /** No sub-integration spans enough frequency to determine nu^-2. */
        ILL_CONDITIONED,
        /** The observatory code is not in the table. */
        UNKNOWN_OBSERVATORY,
        /** The time scale does not fit the observatory: the barycentre needs TDB. */
        UNUSABLE_TIME_SCALE,
        /** The date is outside the range of the leap-second table and the Earth ephemeris. */
        UNUSABLE_DATE,
        /** The timing model has no positive spin frequency. */
        MISSING_SPIN,
        /** The timing model has no position, and the data are not barycentred. */
        MISSING_POSITION,
        /** The orbit lacks a period, a size or an epoch, or has an impossible one. */
        INCOMPLETE_ORBIT,
        /** An uncertainty, raw or scaled, is zero, negative, infinite or not a number. */
        INVALID_UNCERTAINTY,
        /** A frequency is zero, negative, infinite or not a number. */
        INVALID_FREQUENCY,
        /** The residual lies so near half a period that the pulse number is uncertain. */
        AMBIGUOUS_PHASE,
        /** A ready residual, or one formed here, is not finite. */
        INVALID_RESIDUAL
    }

    private final Reason reason;

    /**
     * @param reason the named reason
     * @param detail what exactly was found, for the log
     */
    public UnusableFrameException(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
