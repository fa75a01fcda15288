package org.axionwatch.physics.xray;

/** What is done about the unknown angle theta between a star's magnetic axis and the line of sight. */
public enum AngleTreatment {
    /** theta = pi/2, where conversion is strongest. */
    PERPENDICULAR,
    /** Likelihood averaged over theta, flat from 0 to pi, at each temperature and distance; these profiled after. */
    MARGINALISED,
    /** Temperature and distance profiled at each theta, the likelihood averaged over theta after. */
    PROFILED_THEN_MARGINALISED,
    /** Best theta from 0.05 pi to 0.95 pi. */
    PROFILED_OFF_AXIS,
    /** Best theta of all. On the axis nothing converts, so no coupling is ever excluded. */
    PROFILED
}
