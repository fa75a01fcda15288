package org.axionwatch.streams.likelihood;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.axionwatch.records.xray.SourceLikelihood;
import org.jspecify.annotations.Nullable;

/** Fits the sums of a source; its cost depends on bins and regions, not on how many batches were summed. */
final class FitProcessor implements FixedKeyProcessor<String, byte[], SourceLikelihood> {

    private final Serde<ResolvedSource> descriptions;
    private @Nullable FixedKeyProcessorContext<String, SourceLikelihood> context;
    private @Nullable LikelihoodStores stores;

    FitProcessor(Serde<ResolvedSource> descriptions) {
        this.descriptions = descriptions;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, SourceLikelihood> processorContext) {
        context = processorContext;
        stores = LikelihoodStores.of(processorContext, descriptions);
    }

    @Override
    public void process(FixedKeyRecord<String, byte[]> record) {
        if (context == null || stores == null) {
            throw new IllegalStateException("the processor has not been initialised");
        }
        SourceModel source = stores.descriptions().of(record.key());
        SourceSums sums = SourceSums.fromBytes(record.value());
        if (source != null && sums.exposureSeconds() > 0) {
            context.forward(record.withValue(SourceLikelihoods.of(source, sums)));
        }
    }
}
