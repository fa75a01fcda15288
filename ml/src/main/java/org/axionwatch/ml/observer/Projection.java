package org.axionwatch.ml.observer;

/** What was fitted to a curve and taken out before it is judged. */
public enum Projection {
    /** Nothing: the curve is signal plus white noise. */
    NONE,
    /** A constant and nu^-2, as in a frame of one sub-integration. */
    OFFSET_AND_DISPERSION
}
