package org.axionwatch.topics.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import org.apache.kafka.common.errors.SerializationException;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.records.xray.GoodTimeInterval;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordSerdesTest {
    private static final String SCOPE = "RecordSerdesTest";
    private static final String TOPIC = "pulsar.toa-frame.v1";

    private final RecordSerdes serdes = RecordSerdes.of("mock://" + SCOPE);

    @AfterEach
    void dropRegistry() {
        MockSchemaRegistry.dropScope(SCOPE);
    }

    @Test
    void shouldReadBackTheRecordClassItWrote() throws Exception {
        var instant = new MjdInstant(56558, 0.071213965601871);
        try (var serde = serdes.values(MjdInstant.class)) {
            byte[] bytes = serde.serializer().serialize(TOPIC, instant);

            assertThat(serde.deserializer().deserialize(TOPIC, bytes)).isEqualTo(instant);
        }
        assertThat(MockSchemaRegistry.getClientForScope(SCOPE).getAllSubjects()).containsExactly(TOPIC + "-value");
    }

    @Test
    void shouldPassTombstonesThrough() {
        try (var serde = serdes.values(MjdInstant.class)) {
            assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
            assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
        }
    }

    @Test
    void shouldRefuseARecordOfAnotherClassByName() {
        try (var writer = serdes.values(GoodTimeInterval.class);
                var reader = serdes.values(MjdInstant.class)) {
            byte[] bytes = writer.serializer().serialize(TOPIC, new GoodTimeInterval(1.0, 2.0));

            assertThatThrownBy(() -> reader.deserializer().deserialize(TOPIC, bytes))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("GoodTimeInterval");
        }
    }

    @Test
    void shouldNotRegisterSchemasWhenToldNotTo() {
        var strict = new RecordSerdes("mock://" + SCOPE, false);
        try (var serde = strict.values(MjdInstant.class)) {
            assertThatThrownBy(() -> serde.serializer().serialize(TOPIC, new MjdInstant(1, 0.5)))
                    .isInstanceOf(SerializationException.class);
        }
    }
}
