package org.axionwatch.streams.step;

/** What became of a record of a step; each record has exactly one. */
public enum Outcome {
    /** It took part in what the step emits. */
    OUT,
    /** It was left out for a named reason. */
    SKIPPED,
    /** It went to the dead letters. */
    DEAD_LETTERED,
    /** The same id and version were seen before. */
    DUPLICATE,
    /** A higher version of the same id was seen before. */
    LATE
}
