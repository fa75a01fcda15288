package org.axionwatch.streams.likelihood;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.axionwatch.records.xray.XrayEventBatch;
import org.axionwatch.streams.step.BadRecordException;
import org.axionwatch.streams.step.CountedIntake;
import org.axionwatch.streams.step.Settlement;
import org.axionwatch.streams.step.StepInput;
import org.jspecify.annotations.Nullable;

/** Counts the events of each batch into the sums of its source, or parks it until the source is known. */
final class BatchProcessor implements FixedKeyProcessor<String, byte[], SumsUpdate> {

    private final StepInput<XrayEventBatch> input;
    private final Serde<ResolvedSource> descriptions;
    private @Nullable Parts parts;

    private record Parts(
            FixedKeyProcessorContext<String, SumsUpdate> context,
            CountedIntake<XrayEventBatch> intake,
            LikelihoodStores stores,
            EventLedger events) {}

    BatchProcessor(StepInput<XrayEventBatch> input, Serde<ResolvedSource> descriptions) {
        this.input = input;
        this.descriptions = descriptions;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, SumsUpdate> context) {
        CountedIntake<XrayEventBatch> intake = new CountedIntake<>(input, context);
        parts = new Parts(
                context, intake, LikelihoodStores.of(context, descriptions), new EventLedger(intake.ledger()));
    }

    @Override
    public void process(FixedKeyRecord<String, byte[]> record) {
        if (parts == null) {
            throw new IllegalStateException("the processor has not been initialised");
        }
        Parts ready = parts;
        ready.intake()
                .accept(record.key(), record.headers(), record.value(), batch -> settlement(batch, record, ready));
    }

    private static Settlement settlement(XrayEventBatch batch, FixedKeyRecord<String, byte[]> record, Parts ready) {
        long size = EventBatches.events(batch);
        ready.events().received(size);
        try {
            SourceModel source = ready.stores().descriptions().of(batch.getSource());
            BatchSummation summation = new BatchSummation(ready.stores(), ready.events());
            if (source == null) {
                return summation.park(batch);
            }
            Settlement settlement = summation.add(batch, source);
            if (settlement.equals(Settlement.OUT)) {
                byte[] sums = ready.stores().sums().get(batch.getSource());
                double interval = source.description().source().getEmissionIntervalSeconds();
                ready.context().forward(record.withValue(new SumsUpdate(sums, interval)));
            }
            return settlement;
        } catch (BadRecordException e) {
            ready.events().settle(Settlement.DEAD_LETTERED, size);
            throw e;
        }
    }
}
