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
import org.axionwatch.records.xray.XrayResponse;
import org.axionwatch.records.xray.XraySource;
import org.axionwatch.streams.step.MemberKey;
import org.axionwatch.streams.step.RecordLedger;
import org.axionwatch.streams.step.StepTopics;
import org.axionwatch.streams.step.StoreSet;
import org.axionwatch.topics.catalog.Topics;
import org.jspecify.annotations.Nullable;

/**
 * State of the likelihood step.
 *
 * @param sources description of each source
 * @param responses response of each source, by source id
 * @param sums summed counts and exposure of each source
 * @param batches what each batch added, by source and batch
 * @param parked batches that wait for their source, by source and batch
 */
record LikelihoodStores(
        KeyValueStore<String, XraySource> sources,
        KeyValueStore<String, XrayResponse> responses,
        KeyValueStore<String, byte[]> sums,
        KeyValueStore<String, byte[]> batches,
        KeyValueStore<String, XrayEventBatch> parked) {

    private static final String SOURCES = "likelihood-sources";
    private static final String RESPONSES = "likelihood-responses";
    private static final String SUMS = "likelihood-sums";
    private static final String BATCHES = "likelihood-batches";
    private static final String PARKED = "likelihood-parked-batches";

    static LikelihoodStores of(ProcessingContext context) {
        return new LikelihoodStores(
                context.getStateStore(SOURCES),
                context.getStateStore(RESPONSES),
                context.getStateStore(SUMS),
                context.getStateStore(BATCHES),
                context.getStateStore(PARKED));
    }

    static Set<StoreBuilder<?>> builders(StepTopics topics) {
        return StoreSet.inOrder(
                RecordLedger.store(LikelihoodTopology.STEP),
                store(SOURCES, topics.values(Topics.XRAY_SOURCE)),
                store(RESPONSES, topics.values(Topics.XRAY_RESPONSE)),
                store(SUMS, Serdes.ByteArray()).withCachingEnabled(),
                store(BATCHES, Serdes.ByteArray()),
                store(PARKED, topics.values(Topics.XRAY_EVENT_BATCH)));
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, Serde<V> values) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), values)
                .withLoggingEnabled(Map.of());
    }

    /** The description with its response; null where the source is unknown or its response has not arrived. */
    @Nullable
    ResolvedSource resolved(String source) {
        XraySource description = sources.get(source);
        return description == null ? null : new ResolvedSource(description, responses.get(source));
    }

    void describe(ResolvedSource resolved) {
        String source = resolved.source().getSource();
        sources.put(source, resolved.source());
        responses.put(source, resolved.response());
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
