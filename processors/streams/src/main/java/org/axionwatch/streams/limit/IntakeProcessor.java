package org.axionwatch.streams.limit;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.axionwatch.streams.step.CountedIntake;
import org.axionwatch.streams.step.Settlement;
import org.axionwatch.streams.step.StepInput;
import org.jspecify.annotations.Nullable;

/** Checks and counts evidence or likelihoods and hands on their bytes, of which the latest of each subject is kept. */
final class IntakeProcessor<I extends SpecificRecord> implements FixedKeyProcessor<String, byte[], byte[]> {

    private static final Settlement BEFORE_DESCRIPTION = Settlement.skipped("superseded-before-description");

    private final StepInput<I> input;
    private final String descriptionStore;
    private @Nullable Parts<I> parts;

    private record Parts<I extends SpecificRecord>(
            FixedKeyProcessorContext<String, byte[]> context,
            CountedIntake<I> intake,
            KeyValueStore<String, byte[]> descriptions) {}

    IntakeProcessor(StepInput<I> input, String descriptionStore) {
        this.input = input;
        this.descriptionStore = descriptionStore;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, byte[]> context) {
        parts = new Parts<>(context, new CountedIntake<>(input, context), context.getStateStore(descriptionStore));
    }

    @Override
    public void process(FixedKeyRecord<String, byte[]> record) {
        if (parts == null) {
            throw new IllegalStateException("the processor has not been initialised");
        }
        Parts<I> ready = parts;
        ready.intake().accept(record.key(), record.headers(), record.value(), value -> {
            ready.context().forward(record);
            return ready.descriptions().get(record.key()) == null ? BEFORE_DESCRIPTION : Settlement.OUT;
        });
    }
}
