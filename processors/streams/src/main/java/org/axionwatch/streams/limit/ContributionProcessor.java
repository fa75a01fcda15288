package org.axionwatch.streams.limit;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Turns the latest that a pulsar or source says into a contribution under its hypothesis, once its description is known. */
final class ContributionProcessor implements Processor<String, byte[], String, LimitContribution> {

    private final ContributionSource<?, ?> source;
    private final String descriptionStore;
    private @Nullable ProcessorContext<String, LimitContribution> context;

    ContributionProcessor(ContributionSource<?, ?> source, String descriptionStore) {
        this.source = source;
        this.descriptionStore = descriptionStore;
    }

    @Override
    public void init(ProcessorContext<String, LimitContribution> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<String, byte[]> latest) {
        if (context == null) {
            throw new IllegalStateException("the processor has not been initialised");
        }
        KeyValueStore<String, byte[]> descriptions = context.getStateStore(descriptionStore);
        byte[] description = descriptions.get(latest.key());
        if (description != null) {
            context.forward(source.contribution(latest.key(), latest.value(), description, latest.timestamp()));
        }
    }
}
