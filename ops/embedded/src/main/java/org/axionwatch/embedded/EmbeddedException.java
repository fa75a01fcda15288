package org.axionwatch.embedded;

import org.jspecify.annotations.Nullable;

/** Why the embedded broker or registry could not be started; the message is one an operator can act on. */
public final class EmbeddedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Fixed reasons, for callers and tests to decide on; the message carries the values. */
    public enum Reason {
        /** Another start, of this or another process, holds the folder. */
        FOLDER_IN_USE,
        /** The folder cannot be created, written, or named in a broker or database setting. */
        FOLDER_UNUSABLE,
        /** {@code ports.properties} lacks a port, or holds a value that is none. */
        PORTS_FILE_INVALID,
        /** Another program listens on a port this folder has saved. */
        PORT_TAKEN,
        /** The unpacked registry is not where it is looked for. */
        REGISTRY_MISSING,
        /** The child JVM ended before it was ready; the message ends with the tail of its log. */
        START_FAILED,
        /** The child JVM lives but was not ready in time; the message ends with the tail of its log. */
        START_TIMEOUT,
        /** The registry did not take, or does not report, the compatibility default. */
        COMPATIBILITY_NOT_SET,
        /** The starting thread was interrupted. */
        INTERRUPTED
    }

    private final Reason reason;

    EmbeddedException(Reason reason, String message) {
        this(reason, message, null);
    }

    EmbeddedException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
