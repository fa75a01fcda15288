package org.axionwatch.streams.limit;

import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarEvidence;
import org.axionwatch.records.xray.SourceLikelihood;
import org.axionwatch.records.xray.XraySource;
import org.axionwatch.streams.limit.SubjectKind.Bearing;
import org.axionwatch.streams.limit.SubjectKind.Keyed;
import org.axionwatch.streams.limit.SubjectKind.Names;
import org.axionwatch.streams.step.RecordLedger;
import org.axionwatch.streams.step.StepTopics;
import org.axionwatch.streams.step.StoreSet;
import org.axionwatch.topics.catalog.Topics;

/** Evidence of pulsars and likelihoods of sources in, the joint limit of each hypothesis out, of the latest once a commit. */
public final class LimitTopology {

    public static final String PULSAR_STEP = "limit-pulsar";
    public static final String XRAY_STEP = "limit-xray";
    /** Hypothesis that all pulsars bear on. */
    public static final String PULSAR_HYPOTHESIS = "axion-pulsar-delay";

    private static final SubjectKind<PulsarEvidence, PulsarEphemeris> PULSARS = new SubjectKind<>(
            new Names(PULSAR_STEP, "stacks", "evidence", "ephemeris"),
            new Keyed<>(Topics.PULSAR_EVIDENCE, PulsarEvidence::getPulsar),
            new Keyed<>(Topics.PULSAR_EPHEMERIS, PulsarEphemeris::getPulsar),
            PulsarEphemeris::getVersion,
            new Bearing<>(evidence -> PULSAR_HYPOTHESIS, Contributions::of));

    private static final SubjectKind<SourceLikelihood, XraySource> SOURCES = new SubjectKind<>(
            new Names(XRAY_STEP, "likelihoods", "likelihood", "source"),
            new Keyed<>(Topics.XRAY_SOURCE_LIKELIHOOD, SourceLikelihood::getSource),
            new Keyed<>(Topics.XRAY_SOURCE, XraySource::getSource),
            XraySource::getVersion,
            new Bearing<>(SourceLikelihood::getHypothesis, Contributions::of));

    private final StepTopics topics;
    private final LimitSettings settings;

    public LimitTopology(StepTopics topics, LimitSettings settings) {
        this.topics = topics;
        this.settings = settings;
    }

    public void addTo(StreamsBuilder builder) {
        KStream<String, LimitContribution> contributions =
                contributions(builder, PULSARS).merge(contributions(builder, SOURCES), Named.as("limit-merge"));
        Set<StoreBuilder<?>> stores =
                StoreSet.inOrder(store(JointLimitProcessor.CONTRIBUTIONS, LimitContribution.serde()));
        KStream<String, LimitContribution> kept = contributions
                .repartition(Repartitioned.<String, LimitContribution>as("limit-by-hypothesis")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(LimitContribution.serde()))
                .processValues(new Stateful<>(ContributionKeeper::new, stores), Named.as("limit-keep"));
        topics.publish(
                oncePerCommit(kept, "limit-last-contribution", LimitContribution.serde())
                        .processValues(
                                new Stateful<>(() -> new JointLimitProcessor(settings), stores),
                                Named.as("limit-join")),
                Topics.AXION_LIMIT);
    }

    private <I extends SpecificRecord, D extends SpecificRecord> KStream<String, LimitContribution> contributions(
            StreamsBuilder builder, SubjectKind<I, D> kind) {
        Names names = kind.names();
        Set<StoreBuilder<?>> stores =
                StoreSet.inOrder(RecordLedger.store(names.step()), store(names.descriptionStore(), Serdes.ByteArray()));
        var input = topics.input(
                names.step(), names.unit(), kind.values().topic(), kind.values().key());
        KStream<String, byte[]> taken = topics.read(builder, kind.values().topic(), names.step())
                .processValues(
                        new Stateful<>(() -> new IntakeProcessor<>(input, names.descriptionStore()), stores),
                        Named.as("limit-take-" + names.value()));
        KStream<String, byte[]> descriptions =
                topics.read(builder, kind.descriptions().topic(), names.step());
        return oncePerCommit(taken, names.latestStore(), Serdes.ByteArray())
                .process(
                        () -> new ContributionProcessor(kind.source(topics), names.descriptionStore()),
                        Named.as("limit-of-" + names.value()),
                        names.descriptionStore())
                .merge(
                        descriptions.process(
                                () -> new DescriptionProcessor<>(kind, kind.source(topics)),
                                Named.as("limit-of-" + names.description()),
                                names.descriptionStore(),
                                names.latestStore()),
                        Named.as("limit-of-" + names.unit()));
    }

    /** The latest value of each key when a commit is due, kept in a table of that name. */
    private static <V> KStream<String, V> oncePerCommit(KStream<String, V> stream, String store, Serde<V> values) {
        return stream.toTable(
                        Named.as(store + "-table"),
                        Materialized.<String, V, KeyValueStore<Bytes, byte[]>>as(store)
                                .withKeySerde(Serdes.String())
                                .withValueSerde(values)
                                .withCachingEnabled())
                .toStream(Named.as(store + "-changes"));
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values)
                .withCachingEnabled()
                .withLoggingEnabled(Map.of());
    }

    private record Stateful<I, O>(Supplier<FixedKeyProcessor<String, I, O>> supplier, Set<StoreBuilder<?>> stores)
            implements FixedKeyProcessorSupplier<String, I, O> {

        @Override
        public FixedKeyProcessor<String, I, O> get() {
            return supplier.get();
        }
    }
}
