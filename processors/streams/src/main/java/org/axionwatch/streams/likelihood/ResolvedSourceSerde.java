package org.axionwatch.streams.likelihood;

import java.nio.ByteBuffer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.axionwatch.records.xray.XrayResponse;
import org.axionwatch.records.xray.XraySource;
import org.jspecify.annotations.Nullable;

/** A source and its response in one value: length of the source's bytes, the source, then the response if there is one. */
final class ResolvedSourceSerde {

    private ResolvedSourceSerde() {}

    static Serde<ResolvedSource> of(Serde<XraySource> sources, Serde<XrayResponse> responses) {
        return Serdes.serdeFrom(
                writer(sources.serializer(), responses.serializer()),
                reader(sources.deserializer(), responses.deserializer()));
    }

    private static Serializer<ResolvedSource> writer(
            Serializer<XraySource> sources, Serializer<XrayResponse> responses) {
        return (topic, resolved) -> resolved == null ? null : bytes(topic, resolved, sources, responses);
    }

    private static byte[] bytes(
            String topic, ResolvedSource resolved, Serializer<XraySource> sources, Serializer<XrayResponse> responses) {
        byte[] source = sources.serialize(topic + "-source", resolved.source());
        @Nullable XrayResponse named = resolved.response();
        byte[] response = named == null ? new byte[0] : responses.serialize(topic + "-response", named);
        return ByteBuffer.allocate(Integer.BYTES + source.length + response.length)
                .putInt(source.length)
                .put(source)
                .put(response)
                .array();
    }

    private static Deserializer<ResolvedSource> reader(
            Deserializer<XraySource> sources, Deserializer<XrayResponse> responses) {
        return (topic, bytes) -> bytes == null ? null : resolved(topic, bytes, sources, responses);
    }

    private static ResolvedSource resolved(
            String topic, byte[] bytes, Deserializer<XraySource> sources, Deserializer<XrayResponse> responses) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        byte[] source = new byte[buffer.getInt()];
        buffer.get(source);
        byte[] response = new byte[buffer.remaining()];
        buffer.get(response);
        return new ResolvedSource(
                sources.deserialize(topic + "-source", source),
                response.length == 0 ? null : responses.deserialize(topic + "-response", response));
    }
}
