package org.axionwatch.streams.limit;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.axionwatch.streams.limit.ContributionProcessor.Kind;
import org.axionwatch.streams.step.RecordDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the description of each pulsar or source and sends the latest contribution anew when it changes. Records that the
 * residual or likelihood step has sent to the dead letters are passed over here, so that each has one dead letter.
 */
final class DescriptionProcessor<I extends SpecificRecord, D extends SpecificRecord>
        implements Processor<String, byte[], String, LimitContribution> {

    private final RecordDecoder<D> decoder;
    private final Kind<I, D> kind;
    private final Versions<D> versions;
    private @Nullable ProcessorContext<String, LimitContribution> context;

    /** Revision of a description. */
    @FunctionalInterface
    interface Versions<D> {
        int of(D description);
    }

    DescriptionProcessor(RecordDecoder<D> decoder, Kind<I, D> kind, Versions<D> versions) {
        this.decoder = decoder;
        this.kind = kind;
        this.versions = versions;
    }

    @Override
    public void init(ProcessorContext<String, LimitContribution> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (context == null) {
            throw new IllegalStateException("the processor has not been initialised");
        }
        D description = decoder.decodeOrNull(record.key(), record.headers(), record.value());
        if (description == null) {
            return;
        }
        KeyValueStore<String, D> descriptions = context.getStateStore(kind.descriptionStore());
        D known = descriptions.get(record.key());
        if (known != null && versions.of(known) >= versions.of(description)) {
            return;
        }
        descriptions.put(record.key(), description);
        KeyValueStore<String, I> latest = context.getStateStore(kind.latestStore());
        I value = latest.get(record.key());
        if (value != null) {
            context.forward(kind.contributed(value, description, record.timestamp()));
        }
    }
}
