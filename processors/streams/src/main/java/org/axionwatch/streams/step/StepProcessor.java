package org.axionwatch.streams.step;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Frame of every counted processor: decodes the record, checks its key, counts it in, lets the step handle it, and
 * enters the one outcome into the ledger. A {@link BadRecordException} is counted as dead letter and thrown on to the
 * processing handler, which writes it.
 *
 * @param <I> record of the input topic
 * @param <K> key that the step forwards
 * @param <O> value that the step forwards
 */
public abstract class StepProcessor<I extends SpecificRecord, K, O> implements Processor<String, byte[], K, O> {

    private final StepInput<I> input;
    private @Nullable ProcessorContext<K, O> context;
    private @Nullable RecordLedger ledger;
    private @Nullable RecordDecoder<I> decoder;

    protected StepProcessor(StepInput<I> input) {
        this.input = input;
    }

    @Override
    public void init(ProcessorContext<K, O> processorContext) {
        context = processorContext;
        ledger = new RecordLedger(processorContext.getStateStore(RecordLedger.storeName(input.step())), input.unit());
        decoder = input.decoders().get();
    }

    @Override
    public final void process(Record<String, byte[]> record) {
        ledger().received();
        try {
            I value = requireInitialised(decoder).decode(record);
            ledger().settle(handle(record.withValue(value)));
        } catch (BadRecordException e) {
            ledger().settle(Settlement.DEAD_LETTERED);
            throw e;
        }
    }

    /**
     * Handles one record.
     *
     * @return its outcome
     * @throws BadRecordException before anything was forwarded or stored
     */
    protected abstract Settlement handle(Record<String, I> record);

    protected final RecordLedger ledger() {
        return requireInitialised(ledger);
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
