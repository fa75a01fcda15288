package org.axionwatch.physics.xray;

/** A source description, or an event batch, that no counts can be taken from. */
public final class XrayModelException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    public enum Reason {
        /** Energy edges are not finite and strictly rising, or fewer than two. */
        BAD_ENERGY_EDGES,
        /** A region has no finite centre or no positive size. */
        BAD_REGION,
        /** Good time intervals are not finite, sorted and disjoint. */
        BAD_GOOD_TIME_INTERVAL,
        /** Columns, bins or regions that belong together differ in number. */
        LENGTH_MISMATCH,
        /** A rate, flux, fraction, background shape, exposure or count is out of range. */
        BAD_VALUE,
        /** Signal and background have the same shape in every bin, so no signal can be measured. */
        DEGENERATE_REGIONS,
        /** No neutron star of that name is in the table. */
        UNKNOWN_STAR,
        /** A prior has no width, a negative one or none at all. */
        BAD_PRIOR,
        /** No signal model of that name exists. */
        UNKNOWN_MODEL,
        /** A signal model has no parameter of that name. */
        UNKNOWN_PARAMETER,
        /** A signal model lacks a parameter it needs. */
        MISSING_PARAMETER
    }

    private final Reason reason;

    XrayModelException(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
