package org.axionwatch.physics.axion;

/** What stands for the paper's average over a channel, whose integral diverges on resonance. */
public enum Regularisation {
    /** |omega - m/2| is floored at half a channel: finite, independent of the coupling, the paper's "9 orders". The default. */
    FLOOR,
    /** Channel average of the modulus, excising where the plasma frequency exceeds omega (eq. 10); depends on the coupling. */
    CUTOFF,
    /** Channel average of the signed amplitude (principal value): dispersive line shape, about zero on resonance. */
    PRINCIPAL_VALUE
}
