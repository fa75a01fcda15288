package org.axionwatch.confluent;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConfluentClientTest {
    private static final String SCOPE = "ConfluentClientTest";
    private static final Map<String, Object> CONFIG = Map.of("schema.registry.url", "mock://" + SCOPE);

    @AfterEach
    void dropRegistry() {
        MockSchemaRegistry.dropScope(SCOPE);
    }

    @Test
    void shouldWriteTheConfluentWireFormatAndReadItBack() {
        var schema = SchemaBuilder.record("Probe").fields().requiredDouble("x").endRecord();
        GenericRecord probe = new GenericRecordBuilder(schema).set("x", 1.5).build();
        try (var serializer = new KafkaAvroSerializer();
                var deserializer = new KafkaAvroDeserializer()) {
            serializer.configure(CONFIG, false);
            deserializer.configure(CONFIG, false);

            byte[] bytes = serializer.serialize("probe", probe);

            assertThat(bytes).hasSize(1 + Integer.BYTES + Double.BYTES);
            assertThat(bytes[0]).as("magic byte").isZero();
            assertThat(ByteBuffer.wrap(bytes, 1, Integer.BYTES).getInt())
                    .as("schema id")
                    .isPositive();
            assertThat(deserializer.deserialize("probe", bytes)).isEqualTo(probe);
        }
    }
}
