package org.axionwatch.streams.limit;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.axionwatch.records.axion.AxionLimit;
import org.axionwatch.streams.step.MemberKey;
import org.jspecify.annotations.Nullable;

/** Takes the joint limit of all contributions to a hypothesis when one of them has changed. */
final class JointLimitProcessor implements FixedKeyProcessor<String, LimitContribution, AxionLimit> {

    static final String CONTRIBUTIONS = "limit-contributions";

    private final AxionLimits limits;
    private @Nullable FixedKeyProcessorContext<String, AxionLimit> context;

    JointLimitProcessor(LimitSettings settings) {
        this.limits = new AxionLimits(settings);
    }

    @Override
    public void init(FixedKeyProcessorContext<String, AxionLimit> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(FixedKeyRecord<String, LimitContribution> record) {
        if (context == null) {
            throw new IllegalStateException("the processor has not been initialised");
        }
        FixedKeyProcessorContext<String, AxionLimit> out = context;
        KeyValueStore<String, LimitContribution> contributions = out.getStateStore(CONTRIBUTIONS);
        limits.of(record.key(), contributionsTo(record.key(), contributions))
                .ifPresent(limit -> out.forward(record.withValue(limit)));
    }

    private static List<LimitContribution> contributionsTo(
            String hypothesis, KeyValueStore<String, LimitContribution> contributions) {
        List<LimitContribution> members = new ArrayList<>();
        try (KeyValueIterator<String, LimitContribution> found =
                contributions.prefixScan(MemberKey.prefix(hypothesis), new StringSerializer())) {
            found.forEachRemaining(member -> members.add(member.value));
        }
        return members;
    }
}
