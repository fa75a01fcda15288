package org.axionwatch.topics.serde;

import io.confluent.kafka.serializers.AbstractKafkaSchemaSerDeConfig;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroDeserializerConfig;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.axionwatch.records.TrustedRecords;

/**
 * The one place that configures how records become bytes: the Confluent wire format with the subject
 * {@code <topic>-value}; keys are plain UTF-8 strings.
 *
 * <p>A writer registers the schema of its own record class ({@code auto.register.schemas}) and never takes the
 * registry's latest instead ({@code use.latest.version=false}): a process always writes what it was compiled for, and
 * the registry's compatibility rule decides whether it may.
 */
public final class RecordSerdes {
    static {
        TrustedRecords.trust();
    }

    private final Map<String, Object> settings;

    /**
     * @param registryUrl address of the schema registry; {@code mock://<scope>} keeps schemas in this process
     * @param registerSchemas whether writers may register the schemas they write
     */
    public RecordSerdes(String registryUrl, boolean registerSchemas) {
        this.settings = Map.of(
                AbstractKafkaSchemaSerDeConfig.SCHEMA_REGISTRY_URL_CONFIG,
                registryUrl,
                AbstractKafkaSchemaSerDeConfig.AUTO_REGISTER_SCHEMAS,
                registerSchemas,
                AbstractKafkaSchemaSerDeConfig.USE_LATEST_VERSION,
                false,
                KafkaAvroDeserializerConfig.SPECIFIC_AVRO_READER_CONFIG,
                true);
    }

    /** Serdes that register what they write. */
    public static RecordSerdes of(String registryUrl) {
        return new RecordSerdes(registryUrl, true);
    }

    /** Serde of the record keys. */
    public Serde<String> keys() {
        return Serdes.String();
    }

    /**
     * A new serde for values of one record class. Reading bytes of another record throws
     * {@link SerializationException}.
     */
    public <T extends SpecificRecord> Serde<T> values(Class<T> type) {
        return Serdes.serdeFrom(serializer(), deserializer(type));
    }

    /** A new serializer for values of any record class. */
    public <T extends SpecificRecord> Serializer<T> serializer() {
        var serializer = new KafkaAvroSerializer();
        serializer.configure(settings, false);
        return new AvroSerializer<>(serializer);
    }

    /** A new deserializer for values of one record class, or of any with {@code SpecificRecord.class}. */
    public <T extends SpecificRecord> Deserializer<T> deserializer(Class<T> type) {
        var deserializer = new KafkaAvroDeserializer();
        deserializer.configure(settings, false);
        return new AvroDeserializer<>(deserializer, type);
    }

    private record AvroDeserializer<T extends SpecificRecord>(KafkaAvroDeserializer delegate, Class<T> type)
            implements Deserializer<T> {
        @Override
        public T deserialize(String topic, byte[] bytes) {
            Object value = delegate.deserialize(topic, bytes);
            if (value != null && !type.isInstance(value)) {
                throw new SerializationException("record on %s is a %s, not a %s"
                        .formatted(topic, value.getClass().getSimpleName(), type.getSimpleName()));
            }
            return type.cast(value);
        }

        @Override
        public void close() {
            delegate.close();
        }
    }
}
