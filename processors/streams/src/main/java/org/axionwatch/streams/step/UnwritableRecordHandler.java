package org.axionwatch.streams.step;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the stream when an output cannot be written: an output that the physics produced and the schema or the broker
 * refuses is a defect of the program, and going on would lose it. Only what Kafka itself would retry is retried. After a
 * restart the transaction that failed is processed again.
 */
public final class UnwritableRecordHandler implements ProductionExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UnwritableRecordHandler.class);

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        if (exception instanceof RetriableException) {
            return Response.retry();
        }
        LOG.error("Cannot write to {}: {}", record.topic(), exception.getMessage());
        return Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            SerializationExceptionOrigin origin) {
        LOG.error("Cannot encode the {} of a record for {}: {}", origin, record.topic(), exception.getMessage());
        return Response.fail();
    }

    @Override
    public void configure(Map<String, ?> settings) {
        // Nothing to configure: the handler never goes on.
    }
}
