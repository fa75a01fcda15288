package org.axionwatch.app.session;

import org.jspecify.annotations.Nullable;

/** A command could not do its work; the message is what the user reads, one line for each thing that is wrong. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CommandFailure(String message) {
        this(message, null);
    }

    public CommandFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
