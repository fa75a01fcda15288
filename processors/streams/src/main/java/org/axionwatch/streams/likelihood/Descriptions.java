package org.axionwatch.streams.likelihood;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.state.KeyValueStore;
import org.axionwatch.streams.step.BadRecordException;
import org.jspecify.annotations.Nullable;

/**
 * Descriptions in force of the sources. Each is decoded and its model built when its bytes change, not at each batch.
 */
final class Descriptions {

    private final KeyValueStore<String, byte[]> store;
    private final Serde<ResolvedSource> serde;
    private final Map<String, Decoded> decoded = new HashMap<>();

    @SuppressWarnings("ArrayRecordComponent")
    private record Decoded(byte[] bytes, SourceModel model) {}

    Descriptions(KeyValueStore<String, byte[]> store, Serde<ResolvedSource> serde) {
        this.store = store;
        this.serde = serde;
    }

    /** Null where the source is unknown or its response has not arrived. */
    @Nullable
    SourceModel of(String source) {
        byte[] bytes = store.get(source);
        if (bytes == null) {
            decoded.remove(source);
            return null;
        }
        Decoded known = decoded.get(source);
        if (known == null || !Arrays.equals(known.bytes(), bytes)) {
            known = new Decoded(bytes, SourceModel.of(serde.deserializer().deserialize(store.name(), bytes)));
            decoded.put(source, known);
        }
        return known.model();
    }

    /** @throws BadRecordException where the description is impossible; it is not kept then */
    SourceModel put(ResolvedSource description) {
        SourceModel model = SourceModel.of(description);
        store.put(description.source().getSource(), serde.serializer().serialize(store.name(), description));
        return model;
    }
}
