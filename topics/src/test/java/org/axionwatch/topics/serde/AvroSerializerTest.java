package org.axionwatch.topics.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.axionwatch.records.pulsar.PulsarEvidence;
import org.axionwatch.topics.catalog.Topic;
import org.axionwatch.topics.catalog.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AvroSerializerTest {
    private static final String SCOPE = "AvroSerializerTest";
    private static final Path EXAMPLES = Path.of("../schemas/records/src/main/avro");

    private final Serializer<SpecificRecord> serializer =
            RecordSerdes.of("mock://" + SCOPE).serializer();

    @AfterEach
    void dropRegistry() {
        MockSchemaRegistry.dropScope(SCOPE);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldWriteEveryRecordAsConfluentsOwnSerializerDoes(Topic<?> topic) throws IOException {
        SpecificRecord example = example(topic.valueType());
        byte[] expected;
        try (var confluent = new KafkaAvroSerializer()) {
            confluent.configure(Map.of("schema.registry.url", "mock://" + SCOPE), false);
            expected = confluent.serialize(topic.name(), example);
        }

        assertThat(serializer.serialize(topic.name(), example)).isEqualTo(expected);
        assertThat(serializer.serialize(topic.name(), example)).isEqualTo(expected);
    }

    @Test
    void shouldWriteNullWhereAnElementIsMissing() throws IOException {
        var evidence = (PulsarEvidence) example(PulsarEvidence.class);
        evidence.setUpperLimitsSeconds(Arrays.asList(1e-6, null, 3e-6));
        serializer.serialize(Topics.PULSAR_EVIDENCE.name(), evidence);

        byte[] second = serializer.serialize(Topics.PULSAR_EVIDENCE.name(), evidence);

        assertThat(RecordSerdes.of("mock://" + SCOPE)
                        .deserializer(PulsarEvidence.class)
                        .deserialize(Topics.PULSAR_EVIDENCE.name(), second)
                        .getUpperLimitsSeconds())
                .containsExactly(1e-6, null, 3e-6);
    }

    @Test
    void shouldNameRecordAndTopicWhenAFieldIsMissing() throws IOException {
        var evidence = (PulsarEvidence) example(PulsarEvidence.class);
        serializer.serialize(Topics.PULSAR_EVIDENCE.name(), evidence);
        evidence.setGrid(null);

        assertThatThrownBy(() -> serializer.serialize(Topics.PULSAR_EVIDENCE.name(), evidence))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("PulsarEvidence")
                .hasMessageContaining("pulsar.evidence.v1");
    }

    private static Stream<Topic<?>> topics() {
        return Topics.all().stream();
    }

    private static SpecificRecord example(Class<?> type) throws IOException {
        Schema schema = SpecificData.get().getSchema(type);
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            Path file = files.filter(each -> each.endsWith(type.getSimpleName() + ".example.json"))
                    .findFirst()
                    .orElseThrow();
            return new SpecificDatumReader<SpecificRecord>(schema)
                    .read(null, DecoderFactory.get().jsonDecoder(schema, Files.readString(file)));
        }
    }
}
