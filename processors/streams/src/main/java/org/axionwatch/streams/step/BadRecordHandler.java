package org.axionwatch.streams.step;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.axionwatch.streams.step.BadRecordException.Reason;
import org.axionwatch.streams.step.DeadLetters.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what can never be processed to the dead letters and lets the stream go on; stops it on everything else, above
 * all on an outage of registry or network, which would otherwise send good records to the dead letters.
 */
public final class BadRecordHandler implements DeserializationExceptionHandler, ProcessingExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(BadRecordHandler.class);

    private String deadLetterTopic = "";

    @Override
    public void configure(Map<String, ?> settings) {
        Object topic = settings.get(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG);
        if (topic == null) {
            throw new IllegalArgumentException(
                    StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG + " must be set");
        }
        deadLetterTopic = topic.toString();
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (Outage.isCauseOf(exception)) {
            return DeserializationExceptionHandler.Response.fail();
        }
        warn(context, exception);
        return DeserializationExceptionHandler.Response.resume(DeadLetters.of(
                deadLetterTopic,
                context,
                record.key(),
                record.value(),
                new Failure(Names.hyphenated(Reason.UNDECODABLE.name()), exception)));
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (!(exception instanceof BadRecordException bad)) {
            return ProcessingExceptionHandler.Response.fail();
        }
        warn(context, exception);
        return ProcessingExceptionHandler.Response.resume(DeadLetters.of(
                deadLetterTopic,
                context,
                context.sourceRawKey(),
                context.sourceRawValue(),
                new Failure(Names.hyphenated(bad.reason().name()), exception)));
    }

    private static void warn(ErrorHandlerContext context, Exception exception) {
        LOG.warn(
                "Dead letter from {}-{}@{}: {}",
                context.topic(),
                context.partition(),
                context.offset(),
                exception.getMessage());
    }
}
