package org.axionwatch.streams.likelihood;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.axionwatch.records.xray.XrayEventBatch;
import org.axionwatch.streams.step.MemberKey;
import org.axionwatch.streams.step.RecordLedger;
import org.axionwatch.streams.step.StepTopics;
import org.axionwatch.streams.step.StoreSet;
import org.axionwatch.topics.catalog.Topics;

/**
 * State of the likelihood step.
 *
 * @param descriptions description of each source with its response
 * @param sums summed counts and exposure of each source
 * @param batches what each batch added, by source and batch
 * @param parked batches that wait for their source, by source and batch
 */
record LikelihoodStores(
        Descriptions descriptions,
        KeyValueStore<String, byte[]> sums,
        KeyValueStore<String, byte[]> batches,
        KeyValueStore<String, XrayEventBatch> parked) {

    private static final String DESCRIPTIONS = "likelihood-descriptions";
    private static final String SUMS = "likelihood-sums";
    private static final String BATCHES = "likelihood-batches";
    private static final String PARKED = "likelihood-parked-batches";

    static LikelihoodStores of(ProcessingContext context, Serde<ResolvedSource> descriptions) {
        return new LikelihoodStores(
                new Descriptions(context.getStateStore(DESCRIPTIONS), descriptions),
                context.getStateStore(SUMS),
                context.getStateStore(BATCHES),
                context.getStateStore(PARKED));
    }

    static Set<StoreBuilder<?>> builders(StepTopics topics) {
        return StoreSet.inOrder(
                RecordLedger.store(LikelihoodTopology.STEP),
                store(DESCRIPTIONS, Serdes.ByteArray()).withCachingEnabled(),
                store(SUMS, Serdes.ByteArray()).withCachingEnabled(),
                store(BATCHES, Serdes.ByteArray()),
                store(PARKED, topics.values(Topics.XRAY_EVENT_BATCH)));
    }

    /** What the throttle of emissions keeps. */
    static Set<StoreBuilder<?>> emissions() {
        return StoreSet.inOrder(
                store(EmissionThrottle.DUE, Serdes.Long()).withCachingEnabled(),
                store(EmissionThrottle.WAITING, Serdes.ByteArray()).withCachingEnabled());
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values)
                .withLoggingEnabled(Map.of());
    }

    List<KeyValue<String, byte[]>> batchesOf(String source) {
        return members(batches, source);
    }

    List<KeyValue<String, XrayEventBatch>> parkedOf(String source) {
        return members(parked, source);
    }

    private static <V> List<KeyValue<String, V>> members(KeyValueStore<String, V> store, String source) {
        List<KeyValue<String, V>> members = new ArrayList<>();
        try (KeyValueIterator<String, V> found = store.prefixScan(MemberKey.prefix(source), new StringSerializer())) {
            found.forEachRemaining(members::add);
        }
        return members;
    }
}
