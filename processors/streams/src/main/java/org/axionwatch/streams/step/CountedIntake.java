package org.axionwatch.streams.step;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;

/**
 * Decodes, checks and counts what comes into a step: each record gets one outcome in the ledger. A
 * {@link BadRecordException} is counted as dead letter and thrown on to the processing handler, which writes it.
 */
public final class CountedIntake<I extends SpecificRecord> {

    private final RecordLedger ledger;
    private final RecordDecoder<I> decoder;

    public CountedIntake(StepInput<I> input, ProcessingContext context) {
        this.ledger = new RecordLedger(context.getStateStore(RecordLedger.storeName(input.step())), input.unit());
        this.decoder = input.decoders().get();
    }

    public RecordLedger ledger() {
        return ledger;
    }

    /**
     * Takes in one record.
     *
     * @param key its key
     * @param headers its headers
     * @param bytes its value
     * @param handler says what became of it; throws {@link BadRecordException} before anything is forwarded or stored
     */
    public void accept(
            @Nullable String key, Headers headers, byte @Nullable [] bytes, Function<I, Settlement> handler) {
        ledger.received();
        try {
            ledger.settle(handler.apply(decoder.decode(key, headers, bytes)));
        } catch (BadRecordException e) {
            ledger.settle(Settlement.DEAD_LETTERED);
            throw e;
        }
    }
}
