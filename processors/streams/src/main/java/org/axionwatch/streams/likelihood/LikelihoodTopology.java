package org.axionwatch.streams.likelihood;

import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.TableJoined;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.axionwatch.records.xray.SourceLikelihood;
import org.axionwatch.records.xray.XrayEventBatch;
import org.axionwatch.records.xray.XrayResponse;
import org.axionwatch.records.xray.XraySource;
import org.axionwatch.streams.step.DecodeProcessor;
import org.axionwatch.streams.step.StepTopics;
import org.axionwatch.topics.catalog.Topic;
import org.axionwatch.topics.catalog.Topics;
import org.jspecify.annotations.Nullable;

/**
 * Event batches, source descriptions and responses in, the running likelihood of each source out: at each batch, or at
 * most once in the source's emission interval of record time.
 */
public final class LikelihoodTopology {

    public static final String STEP = "likelihood";
    static final String UNIT = "batches";

    private final StepTopics topics;
    private final LikelihoodSettings settings;
    private final Set<StoreBuilder<?>> stores;
    private final Serde<ResolvedSource> descriptions;

    public LikelihoodTopology(StepTopics topics, LikelihoodSettings settings) {
        this.topics = topics;
        this.settings = settings;
        this.stores = LikelihoodStores.builders(topics);
        this.descriptions =
                ResolvedSourceSerde.of(topics.values(Topics.XRAY_SOURCE), topics.values(Topics.XRAY_RESPONSE));
    }

    public void addTo(StreamsBuilder builder) {
        KStream<String, SumsUpdate> updates = topics.read(builder, Topics.XRAY_EVENT_BATCH, STEP)
                .processValues(new Batches(topics, stores, descriptions), Named.as("likelihood-sum"))
                .merge(
                        sources(builder)
                                .toStream(Named.as("likelihood-source-changes"))
                                .processValues(new Sources(stores, descriptions), Named.as("likelihood-describe")),
                        Named.as("likelihood-updates"));
        KStream<String, byte[]> toFit = settings.throttled()
                ? updates.process(new Throttle(LikelihoodStores.emissions()), Named.as("likelihood-throttle"))
                : updates.mapValues(SumsUpdate::sums, Named.as("likelihood-each"));
        topics.publish(
                toFit.processValues(new Fits(stores, descriptions), Named.as("likelihood-fit")),
                Topics.XRAY_SOURCE_LIKELIHOOD);
    }

    private KTable<String, ResolvedSource> sources(StreamsBuilder builder) {
        KTable<String, XraySource> sources =
                table(builder, Topics.XRAY_SOURCE, XraySource::getSource, "likelihood-source");
        KTable<String, XrayResponse> responses =
                table(builder, Topics.XRAY_RESPONSE, XrayResponse::getResponseId, "likelihood-response");
        return sources.leftJoin(
                responses,
                LikelihoodTopology::responseOf,
                ResolvedSource::new,
                TableJoined.as("likelihood-source-response"),
                Materialized.<String, ResolvedSource, KeyValueStore<Bytes, byte[]>>as("likelihood-resolved-sources")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(descriptions));
    }

    private <T extends SpecificRecord> KTable<String, T> table(
            StreamsBuilder builder, Topic<T> topic, Function<T, String> keyOf, String name) {
        return topics.read(builder, topic, STEP)
                .processValues(() -> new DecodeProcessor<>(topics.decoder(topic, keyOf)), Named.as(name + "-decode"))
                .toTable(
                        Named.as(name + "-to-table"),
                        Materialized.<String, T, KeyValueStore<Bytes, byte[]>>as(name + "-table")
                                .withKeySerde(Serdes.String())
                                .withValueSerde(topics.values(topic)));
    }

    private static @Nullable String responseOf(XraySource source) {
        return source.getResponseId().isEmpty() ? null : source.getResponseId();
    }

    private record Batches(StepTopics topics, Set<StoreBuilder<?>> stores, Serde<ResolvedSource> descriptions)
            implements FixedKeyProcessorSupplier<String, byte[], SumsUpdate> {

        @Override
        public FixedKeyProcessor<String, byte[], SumsUpdate> get() {
            return new BatchProcessor(
                    topics.input(STEP, UNIT, Topics.XRAY_EVENT_BATCH, XrayEventBatch::getSource), descriptions);
        }
    }

    private record Sources(Set<StoreBuilder<?>> stores, Serde<ResolvedSource> descriptions)
            implements FixedKeyProcessorSupplier<String, ResolvedSource, SumsUpdate> {

        @Override
        public FixedKeyProcessor<String, ResolvedSource, SumsUpdate> get() {
            return new SourceProcessor(descriptions);
        }
    }

    private record Throttle(Set<StoreBuilder<?>> stores)
            implements ProcessorSupplier<String, SumsUpdate, String, byte[]> {

        @Override
        public Processor<String, SumsUpdate, String, byte[]> get() {
            return new EmissionThrottle();
        }
    }

    private record Fits(Set<StoreBuilder<?>> stores, Serde<ResolvedSource> descriptions)
            implements FixedKeyProcessorSupplier<String, byte[], SourceLikelihood> {

        @Override
        public FixedKeyProcessor<String, byte[], SourceLikelihood> get() {
            return new FitProcessor(descriptions);
        }
    }
}
