package org.axionwatch.streams.limit;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.axionwatch.records.axion.AxionLimit;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarEvidence;
import org.axionwatch.records.xray.SourceLikelihood;
import org.axionwatch.records.xray.XraySource;
import org.axionwatch.streams.limit.ContributionProcessor.Kind;
import org.axionwatch.streams.step.RecordLedger;
import org.axionwatch.streams.step.StepTopics;
import org.axionwatch.streams.step.StoreSet;
import org.axionwatch.topics.catalog.Topic;
import org.axionwatch.topics.catalog.Topics;

/** Evidence of pulsars and likelihoods of sources in, the joint limit of each hypothesis out. */
public final class LimitTopology {

    public static final String PULSAR_STEP = "limit-pulsar";
    public static final String XRAY_STEP = "limit-xray";
    /** Hypothesis that all pulsars bear on. */
    public static final String PULSAR_HYPOTHESIS = "axion-pulsar-delay";

    private final StepTopics topics;
    private final LimitSettings settings;

    public LimitTopology(StepTopics topics, LimitSettings settings) {
        this.topics = topics;
        this.settings = settings;
    }

    public void addTo(StreamsBuilder builder) {
        KStream<String, LimitContribution> contributions =
                pulsars(builder).merge(sources(builder), Named.as("limit-merge"));
        KStream<String, AxionLimit> limits = contributions
                .repartition(Repartitioned.<String, LimitContribution>as("limit-by-hypothesis")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(LimitContribution.serde()))
                .processValues(
                        new Joining(
                                settings,
                                StoreSet.inOrder(store(JointLimitProcessor.CONTRIBUTIONS, LimitContribution.serde()))),
                        Named.as("limit-join"));
        topics.publish(limits, Topics.AXION_LIMIT);
    }

    private KStream<String, LimitContribution> pulsars(StreamsBuilder builder) {
        Kind<PulsarEvidence, PulsarEphemeris> kind = new Kind<>(
                "limit-latest-evidence", "limit-ephemerides", evidence -> PULSAR_HYPOTHESIS, Contributions::of);
        Set<StoreBuilder<?>> stores = stores(PULSAR_STEP, kind, Topics.PULSAR_EVIDENCE, Topics.PULSAR_EPHEMERIS);
        var input = topics.input(PULSAR_STEP, "stacks", Topics.PULSAR_EVIDENCE, PulsarEvidence::getPulsar);
        var contributions = new Step(() -> new ContributionProcessor<>(input, kind), stores);
        var descriptions = new Step(
                () -> new DescriptionProcessor<>(
                        topics.decoder(Topics.PULSAR_EPHEMERIS, PulsarEphemeris::getPulsar),
                        kind,
                        PulsarEphemeris::getVersion),
                stores);
        return topics.read(builder, Topics.PULSAR_EVIDENCE, PULSAR_STEP)
                .process(contributions, Named.as("limit-of-pulsar"))
                .merge(
                        topics.read(builder, Topics.PULSAR_EPHEMERIS, PULSAR_STEP)
                                .process(descriptions, Named.as("limit-of-ephemeris")),
                        Named.as("limit-pulsars"));
    }

    private KStream<String, LimitContribution> sources(StreamsBuilder builder) {
        Kind<SourceLikelihood, XraySource> kind = new Kind<>(
                "limit-latest-likelihoods", "limit-sources", SourceLikelihood::getHypothesis, Contributions::of);
        Set<StoreBuilder<?>> stores = stores(XRAY_STEP, kind, Topics.XRAY_SOURCE_LIKELIHOOD, Topics.XRAY_SOURCE);
        var input = topics.input(XRAY_STEP, "likelihoods", Topics.XRAY_SOURCE_LIKELIHOOD, SourceLikelihood::getSource);
        var contributions = new Step(() -> new ContributionProcessor<>(input, kind), stores);
        var descriptions = new Step(
                () -> new DescriptionProcessor<>(
                        topics.decoder(Topics.XRAY_SOURCE, XraySource::getSource), kind, XraySource::getVersion),
                stores);
        return topics.read(builder, Topics.XRAY_SOURCE_LIKELIHOOD, XRAY_STEP)
                .process(contributions, Named.as("limit-of-likelihood"))
                .merge(
                        topics.read(builder, Topics.XRAY_SOURCE, XRAY_STEP)
                                .process(descriptions, Named.as("limit-of-source")),
                        Named.as("limit-sources-merge"));
    }

    private <I extends SpecificRecord, D extends SpecificRecord> Set<StoreBuilder<?>> stores(
            String step, Kind<I, D> kind, Topic<I> values, Topic<D> descriptions) {
        return StoreSet.inOrder(
                RecordLedger.store(step),
                store(kind.latestStore(), topics.values(values)),
                store(kind.descriptionStore(), topics.values(descriptions)));
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values)
                .withCachingEnabled()
                .withLoggingEnabled(Map.of());
    }

    private record Step(
            Supplier<Processor<String, byte[], String, LimitContribution>> supplier, Set<StoreBuilder<?>> stores)
            implements ProcessorSupplier<String, byte[], String, LimitContribution> {

        @Override
        public Processor<String, byte[], String, LimitContribution> get() {
            return supplier.get();
        }
    }

    private record Joining(LimitSettings settings, Set<StoreBuilder<?>> stores)
            implements FixedKeyProcessorSupplier<String, LimitContribution, AxionLimit> {

        @Override
        public FixedKeyProcessor<String, LimitContribution, AxionLimit> get() {
            return new JointLimitProcessor(settings);
        }
    }
}
