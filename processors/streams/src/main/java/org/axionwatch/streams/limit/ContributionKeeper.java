package org.axionwatch.streams.limit;

import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueStore;
import org.axionwatch.streams.step.MemberKey;
import org.jspecify.annotations.Nullable;

/** Keeps the latest contribution of each pulsar and source to a hypothesis and hands it on. */
final class ContributionKeeper implements FixedKeyProcessor<String, LimitContribution, LimitContribution> {

    private @Nullable FixedKeyProcessorContext<String, LimitContribution> context;

    @Override
    public void init(FixedKeyProcessorContext<String, LimitContribution> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(FixedKeyRecord<String, LimitContribution> record) {
        if (context == null) {
            throw new IllegalStateException("the processor has not been initialised");
        }
        KeyValueStore<String, LimitContribution> contributions =
                context.getStateStore(JointLimitProcessor.CONTRIBUTIONS);
        contributions.put(MemberKey.of(record.key(), record.value().contributor()), record.value());
        context.forward(record);
    }
}
