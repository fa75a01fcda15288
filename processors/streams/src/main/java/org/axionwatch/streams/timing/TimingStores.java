package org.axionwatch.streams.timing;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.axionwatch.physics.timing.NormalEquations;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.streams.step.MemberKey;
import org.axionwatch.streams.step.RecordLedger;
import org.axionwatch.streams.step.StepTopics;
import org.axionwatch.streams.step.StoreSet;
import org.axionwatch.topics.catalog.Topics;

/**
 * State of the timing step.
 *
 * @param ephemerides newest ephemeris of each pulsar
 * @param frames newest version of each frame, in the sums or waiting or unusable, with its record time
 * @param sums {@link TimingSums} of each pulsar
 */
record TimingStores(
        KeyValueStore<String, PulsarEphemeris> ephemerides,
        KeyValueStore<String, ValueAndTimestamp<PulsarToaFrame>> frames,
        KeyValueStore<String, byte[]> sums) {

    static final String EPHEMERIDES = "timing-ephemerides";
    static final String FRAMES = "timing-frames";
    static final String SUMS = "timing-sums";

    static TimingStores of(ProcessorContext<?, ?> context) {
        TimestampedKeyValueStore<String, PulsarToaFrame> frames = context.getStateStore(FRAMES);
        return new TimingStores(context.getStateStore(EPHEMERIDES), frames, context.getStateStore(SUMS));
    }

    static Set<StoreBuilder<?>> builders(StepTopics topics) {
        return StoreSet.inOrder(
                RecordLedger.store(TimingTopology.STEP),
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(EPHEMERIDES),
                                Serdes.String(),
                                topics.values(Topics.PULSAR_EPHEMERIS))
                        .withLoggingEnabled(Map.of()),
                Stores.timestampedKeyValueStoreBuilder(
                                Stores.persistentTimestampedKeyValueStore(FRAMES),
                                Serdes.String(),
                                topics.values(Topics.PULSAR_TOA_FRAME))
                        .withLoggingEnabled(Map.of()),
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(SUMS), Serdes.String(), Serdes.ByteArray())
                        .withCachingEnabled()
                        .withLoggingEnabled(Map.of()));
    }

    /** Kept frames of a pulsar in the order of their ids; to be closed. */
    KeyValueIterator<String, ValueAndTimestamp<PulsarToaFrame>> framesOf(String pulsar) {
        return frames.prefixScan(MemberKey.prefix(pulsar), new StringSerializer());
    }

    /** Sums of a pulsar under its ephemeris. */
    NormalEquations sumsOf(PulsarTiming timing) {
        return Optional.ofNullable(sums.get(timing.pulsar()))
                .map(bytes -> TimingSums.fromBytes(bytes).equations())
                .or(timing::empty)
                .orElseThrow();
    }

    void keep(PulsarTiming timing, NormalEquations equations) {
        sums.put(timing.pulsar(), new TimingSums(timing.ephemerisVersion(), equations).toBytes());
    }
}
