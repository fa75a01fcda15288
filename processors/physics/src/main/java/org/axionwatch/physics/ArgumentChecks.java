package org.axionwatch.physics;

/** Refuses quantities outside the range where a formula means something; the message names the quantity and its value. */
public final class ArgumentChecks {

    private ArgumentChecks() {}

    /** The value, where it is finite and above zero. */
    public static double positive(String name, double value) {
        if (!(value > 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(name + " must be above zero and finite, not " + value);
        }
        return value;
    }

    /** The value, where it is finite and not below zero. */
    public static double notNegative(String name, double value) {
        if (!(value >= 0 && value <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException(name + " must be zero or more and finite, not " + value);
        }
        return value;
    }

    /** The value, where it is finite. */
    public static double finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, not " + value);
        }
        return value;
    }
}
