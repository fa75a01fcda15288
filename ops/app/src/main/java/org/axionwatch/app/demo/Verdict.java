package org.axionwatch.app.demo;

/** What the comparison of one source's injection with the stream's outputs says. */
enum Verdict {
    /** A candidate at the injected mass with the injected amplitude. */
    RECOVERED(true, "recovered"),
    /** No candidate, as it must be; an amplitude that was injected below the threshold agrees. */
    SILENT(true, "silent"),
    /** No evidence or likelihood of the source came out. */
    NO_RESULT(false, "no result in the output topics"),
    /** A signal was injected and no candidate stands. */
    MISSED(false, "missed: no candidate"),
    /** The candidate's resonance is further from the injected one than its resolution. */
    WRONG_MASS(false, "recovered at the wrong mass"),
    /** The amplitude is too many errors away from the injected one. */
    WRONG_AMPLITUDE(false, "amplitude outside its errors"),
    /** A candidate without a signal that could raise one. */
    FALSE_ALARM(false, "false alarm");

    private final boolean holds;
    private final String words;

    Verdict(boolean holds, String words) {
        this.holds = holds;
        this.words = words;
    }

    boolean holds() {
        return holds;
    }

    String words() {
        return words;
    }
}
