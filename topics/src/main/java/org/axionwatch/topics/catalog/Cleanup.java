package org.axionwatch.topics.catalog;

/** What a topic does with old records. */
public enum Cleanup {
    /** Records are facts of their own; old segments may go. */
    DELETE("delete"),
    /** A record replaces the earlier one of its key. */
    COMPACT("compact");

    private final String policy;

    Cleanup(String policy) {
        this.policy = policy;
    }

    /** The value of Kafka's {@code cleanup.policy}. */
    public String policy() {
        return policy;
    }
}
