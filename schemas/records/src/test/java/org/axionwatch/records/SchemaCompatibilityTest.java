package org.axionwatch.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** FULL_TRANSITIVE inside a major version: every release can read every other, each way. */
class SchemaCompatibilityTest {
    private static final Path RELEASED = Path.of("src/released");
    private static final SchemaValidator FULL =
            new SchemaValidatorBuilder().mutualReadStrategy().validateAll();

    @ParameterizedTest
    @MethodSource("releases")
    void shouldReadAndBeReadByTheRelease(Path release) throws SchemaValidationException {
        Map<String, Schema> current = RecordSchemas.byName(RecordSchemas.CURRENT);
        Map<String, Schema> released = RecordSchemas.byName(release);

        assertThat(current)
                .as("no record is ever dropped")
                .containsKeys(released.keySet().toArray(String[]::new));
        for (Map.Entry<String, Schema> record : released.entrySet()) {
            FULL.validate(current.get(record.getKey()), List.of(record.getValue()));
        }
    }

    @Test
    void shouldRefuseAFieldThatOlderReadersCannotDoWithout() {
        Schema before =
                SchemaBuilder.record("Probe").fields().requiredDouble("x").endRecord();
        Schema after =
                SchemaBuilder.record("Probe").fields().requiredDouble("y").endRecord();

        assertThatThrownBy(() -> FULL.validate(after, List.of(before))).isInstanceOf(SchemaValidationException.class);
    }

    private static Stream<Path> releases() throws IOException {
        try (Stream<Path> folders = Files.list(RELEASED)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }
}
