package org.axionwatch.physics.xray;

/** Why an event is in no energy bin and region; the first that applies, EXCLUDED before OUTSIDE_REGION. */
public enum OutsideReason {
    /** Time, energy or position is NaN or infinite. */
    BAD_VALUE,
    /** The time is in no good time interval. */
    OUTSIDE_GTI,
    /** The energy is in no bin. */
    OUTSIDE_ENERGY,
    /** The position is in no region. */
    OUTSIDE_REGION,
    /** The position is in an excluded region. */
    EXCLUDED
}
