package org.axionwatch.streams.step;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.io.IOException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Tells an outage of registry, network or broker from a bad record. An outage must stop the stream: sent to the dead
 * letters it would take every good record with it.
 */
public final class Outage {

    private static final int NOT_FOUND = 404;
    private static final int UNPROCESSABLE = 422;

    private Outage() {}

    /**
     * Whether a failure comes from the infrastructure. Avro reports truncated bytes as {@link EOFException} and the
     * registry an unknown schema id as 404: both belong to the record. Everything else that is input or output, or that
     * Kafka itself would retry, is an outage.
     *
     * @param failure what was thrown
     */
    public static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RestClientException answer) {
                return answer.getStatus() != NOT_FOUND && answer.getStatus() != UNPROCESSABLE;
            }
            if (cause instanceof EOFException) {
                return false;
            }
            if (cause instanceof IOException
                    || cause instanceof RetriableException
                    || cause instanceof AuthenticationException
                    || cause instanceof AuthorizationException) {
                return true;
            }
        }
        return false;
    }
}
