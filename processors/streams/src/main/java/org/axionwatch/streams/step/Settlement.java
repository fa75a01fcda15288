package org.axionwatch.streams.step;

/**
 * The one outcome of one record.
 *
 * @param outcome what became of it
 * @param reason stable name of the reason, empty but for {@link Outcome#SKIPPED}
 */
public record Settlement(Outcome outcome, String reason) {

    public static final Settlement OUT = new Settlement(Outcome.OUT, "");
    public static final Settlement DUPLICATE = new Settlement(Outcome.DUPLICATE, "");
    public static final Settlement LATE = new Settlement(Outcome.LATE, "");
    public static final Settlement DEAD_LETTERED = new Settlement(Outcome.DEAD_LETTERED, "");

    public Settlement {
        if ((outcome == Outcome.SKIPPED) == reason.isEmpty()) {
            throw new IllegalArgumentException("a reason belongs to SKIPPED and to nothing else: " + outcome);
        }
    }

    /** Left out, by the name of an enum constant or another stable name; written lower case with hyphens. */
    public static Settlement skipped(String reason) {
        return new Settlement(Outcome.SKIPPED, Names.hyphenated(reason));
    }
}
