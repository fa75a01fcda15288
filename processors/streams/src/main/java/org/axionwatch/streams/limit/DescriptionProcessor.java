package org.axionwatch.streams.limit;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.axionwatch.streams.step.RecordDecoder;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest description of each pulsar or source and sends the latest contribution anew when it changes. Records that
 * the residual or likelihood step has sent to the dead letters are passed over here, so that each has one dead letter.
 */
final class DescriptionProcessor<D extends SpecificRecord>
        implements Processor<String, byte[], String, LimitContribution> {

    private final SubjectKind<?, D> kind;
    private final ContributionSource<?, D> source;
    private @Nullable Parts parts;

    private record Parts(
            ProcessorContext<String, LimitContribution> context,
            KeyValueStore<String, byte[]> descriptions,
            KeyValueStore<String, ValueAndTimestamp<byte[]>> latest) {}

    DescriptionProcessor(SubjectKind<?, D> kind, ContributionSource<?, D> source) {
        this.kind = kind;
        this.source = source;
    }

    @Override
    public void init(ProcessorContext<String, LimitContribution> context) {
        parts = new Parts(
                context,
                context.getStateStore(kind.names().descriptionStore()),
                context.getStateStore(kind.names().latestStore()));
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (parts == null) {
            throw new IllegalStateException("the processor has not been initialised");
        }
        RecordDecoder<D> decoder = source.descriptions();
        D description = decoder.decodeOrNull(record.key(), record.headers(), record.value());
        if (description == null || !isNewer(description, parts.descriptions().get(record.key()), record.key())) {
            return;
        }
        parts.descriptions().put(record.key(), record.value());
        ValueAndTimestamp<byte[]> latest = parts.latest().get(record.key());
        if (latest != null) {
            parts.context()
                    .forward(source.contribution(record.key(), latest.value(), record.value(), record.timestamp()));
        }
    }

    private boolean isNewer(D description, byte @Nullable [] known, String key) {
        return known == null
                || kind.descriptionVersion().applyAsInt(description)
                        > kind.descriptionVersion()
                                .applyAsInt(source.descriptions().decode(key, new RecordHeaders(), known));
    }
}
