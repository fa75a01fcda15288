package org.axionwatch.streams.evidence;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.axionwatch.records.pulsar.PulsarEvidence;
import org.axionwatch.records.pulsar.SignalScore;
import org.axionwatch.streams.step.RecordLedger;
import org.axionwatch.streams.step.StepTopics;
import org.axionwatch.streams.step.StoreSet;
import org.axionwatch.topics.catalog.Topics;

/** Scores in, the stacked evidence of their pulsar out. */
public final class EvidenceTopology {

    public static final String STEP = "evidence";
    private static final String UNIT = "frames";

    private final StepTopics topics;
    private final EvidenceSettings settings;

    public EvidenceTopology(StepTopics topics, EvidenceSettings settings) {
        this.topics = topics;
        this.settings = settings;
    }

    public void addTo(StreamsBuilder builder) {
        topics.publish(
                topics.read(builder, Topics.PULSAR_SIGNAL_SCORE, STEP)
                        .process(new Stacking(topics, settings, stores()), Named.as("evidence-stack")),
                Topics.PULSAR_EVIDENCE);
    }

    private Set<StoreBuilder<?>> stores() {
        return StoreSet.inOrder(
                RecordLedger.store(STEP),
                sums(EvidenceProcessor.SUMS),
                sums(EvidenceProcessor.PARTS),
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(EvidenceProcessor.FRAMES),
                                Serdes.String(),
                                topics.values(Topics.PULSAR_SIGNAL_SCORE))
                        .withLoggingEnabled(Map.of()));
    }

    private static StoreBuilder<?> sums(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withCachingEnabled()
                .withLoggingEnabled(Map.of());
    }

    private record Stacking(StepTopics topics, EvidenceSettings settings, Set<StoreBuilder<?>> stores)
            implements ProcessorSupplier<String, byte[], String, PulsarEvidence> {

        @Override
        public Processor<String, byte[], String, PulsarEvidence> get() {
            return new EvidenceProcessor(
                    topics.input(STEP, UNIT, Topics.PULSAR_SIGNAL_SCORE, SignalScore::getPulsar), settings);
        }
    }
}
