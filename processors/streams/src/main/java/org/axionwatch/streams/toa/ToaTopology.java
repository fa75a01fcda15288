package org.axionwatch.streams.toa;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.axionwatch.records.pulsar.FoldedProfileFrame;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.streams.step.RecordLedger;
import org.axionwatch.streams.step.StepTopics;
import org.axionwatch.streams.step.StoreSet;
import org.axionwatch.topics.catalog.Topics;

/** Folded sub-integrations in, a frame of arrival times of each out. */
public final class ToaTopology {

    public static final String STEP = "toa";
    static final String SEEN_PROFILES = "toa-seen-profiles";
    private static final String UNIT = "sub-integrations";

    private final StepTopics topics;

    public ToaTopology(StepTopics topics) {
        this.topics = topics;
    }

    public void addTo(StreamsBuilder builder) {
        topics.publish(
                topics.read(builder, Topics.PULSAR_FOLDED_PROFILE, STEP)
                        .process(new Matching(topics, stores()), Named.as("toa-match")),
                Topics.PULSAR_TOA_FRAME);
    }

    private static Set<StoreBuilder<?>> stores() {
        return StoreSet.inOrder(
                RecordLedger.store(STEP),
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(SEEN_PROFILES), Serdes.String(), Serdes.Integer())
                        .withLoggingEnabled(Map.of()));
    }

    private record Matching(StepTopics topics, Set<StoreBuilder<?>> stores)
            implements ProcessorSupplier<String, byte[], String, PulsarToaFrame> {

        @Override
        public Processor<String, byte[], String, PulsarToaFrame> get() {
            return new ToaProcessor(
                    topics.input(STEP, UNIT, Topics.PULSAR_FOLDED_PROFILE, FoldedProfileFrame::getPulsar));
        }
    }
}
