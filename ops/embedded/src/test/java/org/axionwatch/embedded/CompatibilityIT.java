package org.axionwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaBuilder.FieldAssembler;
import org.junit.jupiter.api.Test;

class CompatibilityIT {
    private static final String SUBJECT = "compatibility-value";

    @Test
    void shouldRefuseASchemaThatCannotReadOrBeReadByEveryEarlierOne() throws Exception {
        try (var client = new CachedSchemaRegistryClient(SharedCluster.get().registryUrl(), 10)) {
            int first = client.register(SUBJECT, schema(record().requiredLong("number")));
            int second = client.register(
                    SUBJECT, schema(record().requiredLong("number").optionalString("note")));
            assertThat(second).isNotEqualTo(first);

            assertThatThrownBy(() -> client.register(SUBJECT, schema(record().requiredString("number"))))
                    .isInstanceOfSatisfying(RestClientException.class, refusal -> assertThat(refusal.getStatus())
                            .isEqualTo(409));
            assertThatThrownBy(() -> client.register(
                            SUBJECT, schema(record().requiredLong("number").requiredLong("count"))))
                    .isInstanceOfSatisfying(RestClientException.class, refusal -> assertThat(refusal.getStatus())
                            .isEqualTo(409));
            assertThat(client.getAllVersions(SUBJECT)).containsExactly(1, 2);
        }
    }

    private static FieldAssembler<Schema> record() {
        return SchemaBuilder.record("Reading").fields();
    }

    private static AvroSchema schema(FieldAssembler<Schema> fields) {
        return new AvroSchema(fields.endRecord());
    }
}
