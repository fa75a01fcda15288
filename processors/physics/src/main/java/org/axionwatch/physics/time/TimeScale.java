package org.axionwatch.physics.time;

/** Time scale of an arrival time. */
public enum TimeScale {
    /** Coordinated Universal Time, as an observatory clock shows it. */
    UTC,
    /** Terrestrial Time. */
    TT,
    /** Barycentric Dynamical Time. */
    TDB
}
