package org.axionwatch.streams.residual;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.streams.step.RecordLedger;
import org.axionwatch.streams.step.StepTopics;
import org.axionwatch.streams.step.StoreSet;
import org.axionwatch.topics.catalog.Topics;

/**
 * State of the residual step.
 *
 * @param ephemerides ephemeris of each pulsar
 * @param seenFrames highest version seen of each frame
 * @param parkedFrames frames that wait for their ephemeris, with their record time
 */
record ResidualStores(
        KeyValueStore<String, PulsarEphemeris> ephemerides,
        KeyValueStore<String, Integer> seenFrames,
        KeyValueStore<String, ValueAndTimestamp<PulsarToaFrame>> parkedFrames) {

    private static final String EPHEMERIDES = "residual-ephemerides";
    private static final String SEEN_FRAMES = "residual-seen-frames";
    private static final String PARKED_FRAMES = "residual-parked-frames";

    static ResidualStores of(ProcessorContext<?, ?> context) {
        TimestampedKeyValueStore<String, PulsarToaFrame> parked = context.getStateStore(PARKED_FRAMES);
        return new ResidualStores(context.getStateStore(EPHEMERIDES), context.getStateStore(SEEN_FRAMES), parked);
    }

    static Set<StoreBuilder<?>> builders(StepTopics topics) {
        return StoreSet.inOrder(
                RecordLedger.store(ResidualTopology.STEP),
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(EPHEMERIDES),
                                Serdes.String(),
                                topics.values(Topics.PULSAR_EPHEMERIS))
                        .withLoggingEnabled(Map.of()),
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(SEEN_FRAMES), Serdes.String(), Serdes.Integer())
                        .withLoggingEnabled(Map.of()),
                Stores.timestampedKeyValueStoreBuilder(
                                Stores.persistentTimestampedKeyValueStore(PARKED_FRAMES),
                                Serdes.String(),
                                topics.values(Topics.PULSAR_TOA_FRAME))
                        .withLoggingEnabled(Map.of()));
    }
}
