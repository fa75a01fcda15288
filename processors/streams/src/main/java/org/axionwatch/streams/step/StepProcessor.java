package org.axionwatch.streams.step;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Frame of every counted processor that is free to change the key, see {@link CountedIntake}.
 *
 * @param <I> record of the input topic
 * @param <K> key that the step forwards
 * @param <O> value that the step forwards
 */
public abstract class StepProcessor<I extends SpecificRecord, K, O> implements Processor<String, byte[], K, O> {

    private final StepInput<I> input;
    private @Nullable ProcessorContext<K, O> context;
    private @Nullable CountedIntake<I> intake;

    protected StepProcessor(StepInput<I> input) {
        this.input = input;
    }

    @Override
    public void init(ProcessorContext<K, O> processorContext) {
        context = processorContext;
        intake = new CountedIntake<>(input, processorContext);
    }

    @Override
    public final void process(Record<String, byte[]> record) {
        requireInitialised(intake)
                .accept(record.key(), record.headers(), record.value(), value -> handle(record.withValue(value)));
    }

    /**
     * Handles one record.
     *
     * @return its outcome
     * @throws BadRecordException before anything was forwarded or stored
     */
    protected abstract Settlement handle(Record<String, I> record);

    protected final RecordLedger ledger() {
        return requireInitialised(intake).ledger();
    }

    protected final ProcessorContext<K, O> context() {
        return requireInitialised(context);
    }

    protected static <T> T requireInitialised(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the processor has not been initialised");
        }
        return part;
    }
}
