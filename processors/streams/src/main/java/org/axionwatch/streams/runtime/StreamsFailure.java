package org.axionwatch.streams.runtime;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;

/**
 * Why the application stopped by itself.
 *
 * @param reason named reason
 * @param message one line for the operator
 */
public record StreamsFailure(Reason reason, String message) {

    /** Why the application stopped. */
    public enum Reason {
        /** The schema registry does not answer, or refuses. */
        REGISTRY_UNREACHABLE,
        /** The broker does not answer. */
        BROKER_UNREACHABLE,
        /** A topic that the topology reads does not exist. */
        TOPIC_MISSING,
        /** The broker denies access to a topic. */
        ACCESS_DENIED,
        /** Anything else: a defect; the log has the trace. */
        UNEXPECTED
    }

    static StreamsFailure of(Throwable failure, StreamsSettings.Cluster cluster) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RestClientException || cause instanceof IOException) {
                return registryUnreachable(cluster, line(cause));
            }
            if (cause instanceof MissingSourceTopicException) {
                return new StreamsFailure(Reason.TOPIC_MISSING, line(cause));
            }
            if (cause instanceof TopicAuthorizationException) {
                return new StreamsFailure(Reason.ACCESS_DENIED, line(cause));
            }
            if (cause instanceof RetriableException) {
                return brokerUnreachable(cluster, line(cause));
            }
        }
        return new StreamsFailure(Reason.UNEXPECTED, line(deepest(failure)));
    }

    static StreamsFailure brokerUnreachable(StreamsSettings.Cluster cluster, String detail) {
        return new StreamsFailure(
                Reason.BROKER_UNREACHABLE, "broker " + cluster.bootstrapServers() + " does not answer: " + detail);
    }

    static StreamsFailure registryUnreachable(StreamsSettings.Cluster cluster, String detail) {
        return new StreamsFailure(
                Reason.REGISTRY_UNREACHABLE,
                "schema registry " + cluster.registryUrl() + " does not answer: " + detail);
    }

    private static Throwable deepest(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static String line(Throwable cause) {
        String text = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        return text.lines().findFirst().orElse(text);
    }
}
