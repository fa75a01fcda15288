package org.axionwatch.streams.step;

/**
 * A record that can never be processed and says why by name. It goes to the dead letters with its original bytes and
 * the stream goes on; every other exception of a processor stops the stream.
 */
public final class BadRecordException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why a record is unusable; stable names for dead-letter headers. */
    public enum Reason {
        /** The bytes are not Avro of a schema that the registry knows. */
        UNDECODABLE,
        /** The bytes decode to a record of another type than the topic's. */
        WRONG_TYPE,
        /** A record without value on a topic that has no deletions. */
        NO_VALUE,
        /** The key of the record is absent or differs from the key inside the value. */
        KEY_MISMATCH,
        /** The matched-filter grid differs from the one that the kept sums were built on. */
        GRID_MISMATCH,
        /** Arrays of the value differ in length, or a description has no bins or regions. */
        INCONSISTENT_SHAPE,
        /** A number is not finite or has an impossible sign. */
        INVALID_VALUE
    }

    private final Reason reason;

    /**
     * @param reason the named reason
     * @param detail what exactly was found
     */
    public BadRecordException(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
    }

    /**
     * @param reason the named reason
     * @param detail what exactly was found
     * @param cause what the decoder or the physics said
     */
    public BadRecordException(Reason reason, String detail, Throwable cause) {
        super(reason + ": " + detail, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
