package org.axionwatch.topics.replay;

/** A record could not be published; the message names the innermost reason in one line. */
public final class PublishException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PublishException(Throwable cause) {
        super("cannot publish: " + reason(cause), cause);
    }

    private static String reason(Throwable cause) {
        Throwable innermost = cause;
        for (Throwable next = cause.getCause(); next != null; next = next.getCause()) {
            innermost = next;
        }
        String text = innermost.getMessage();
        return text == null
                ? innermost.getClass().getSimpleName()
                : text.lines().findFirst().orElse("");
    }
}
