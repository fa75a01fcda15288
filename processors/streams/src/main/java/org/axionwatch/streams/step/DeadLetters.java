package org.axionwatch.streams.step;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * Writes dead letters: original key and value bytes, original headers, and why. Header names of Kafka Streams'
 * built-in queue where it has one; {@value #REASON} holds the stable reason.
 */
public final class DeadLetters {

    public static final String REASON = "axionwatch.reason";
    public static final String TOPIC = "__streams.errors.topic";
    public static final String PARTITION = "__streams.errors.partition";
    public static final String OFFSET = "__streams.errors.offset";
    public static final String EXCEPTION = "__streams.errors.exception";
    public static final String MESSAGE = "__streams.errors.message";

    private DeadLetters() {}

    static List<ProducerRecord<byte[], byte[]>> of(
            String deadLetterTopic,
            ErrorHandlerContext context,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Failure failure) {
        Headers headers = new RecordHeaders(context.headers());
        add(headers, REASON, failure.reason());
        add(headers, TOPIC, context.topic());
        add(headers, PARTITION, Integer.toString(context.partition()));
        add(headers, OFFSET, Long.toString(context.offset()));
        add(headers, EXCEPTION, failure.exception().getClass().getName());
        add(headers, MESSAGE, String.valueOf(failure.exception().getMessage()));
        return List.of(new ProducerRecord<>(deadLetterTopic, null, context.timestamp(), key, value, headers));
    }

    /**
     * @param reason stable name
     * @param exception what was thrown
     */
    record Failure(String reason, Throwable exception) {}

    private static void add(Headers headers, String name, @Nullable String value) {
        headers.add(name, (value == null ? "" : value).getBytes(StandardCharsets.UTF_8));
    }
}
