package org.axionwatch.streams.step;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jspecify.annotations.Nullable;

/** Decodes descriptions that no ledger counts; a bad one goes to the dead letters with its original bytes. */
public final class DecodeProcessor<T extends SpecificRecord> implements FixedKeyProcessor<String, byte[], T> {

    private final RecordDecoder<T> decoder;
    private @Nullable FixedKeyProcessorContext<String, T> context;

    public DecodeProcessor(RecordDecoder<T> decoder) {
        this.decoder = decoder;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, T> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(FixedKeyRecord<String, byte[]> record) {
        if (context == null) {
            throw new IllegalStateException("the processor has not been initialised");
        }
        context.forward(record.withValue(decoder.decode(record.key(), record.headers(), record.value())));
    }
}
