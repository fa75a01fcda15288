package org.axionwatch.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class SchemaDocumentationTest {
    private static final Pattern UNIT = Pattern.compile("\\[[^\\[\\]]+]");
    private static final Pattern TIME_SCALE = Pattern.compile("\\b(UTC|TT|TDB|TCB|time scale)\\b");

    @Test
    void shouldDocumentEveryFieldWithItsUnit() {
        assertThat(RecordSchemas.in(RecordSchemas.CURRENT).stream()
                        .flatMap(SchemaDocumentationTest::mistakes)
                        .toList())
                .isEmpty();
    }

    @Test
    void shouldReportAFieldWithoutUnitWithoutDocAndAnInstantWithoutTimeScale() {
        Schema instant = SchemaBuilder.record("MjdInstant")
                .doc("d")
                .fields()
                .name("day")
                .doc("Day [d], in the time scale of the field.")
                .type()
                .intType()
                .noDefault()
                .endRecord();
        Schema bad = SchemaBuilder.record("Bad")
                .doc("d")
                .fields()
                .name("delay")
                .doc("A delay.")
                .type()
                .doubleType()
                .noDefault()
                .requiredDouble("undocumented")
                .name("epoch")
                .doc("An epoch [d].")
                .type(instant)
                .noDefault()
                .endRecord();

        assertThat(mistakes(bad))
                .containsExactly(
                        "Bad.delay has no [unit]",
                        "Bad.undocumented has no doc",
                        "Bad.epoch is an instant and names no time scale");
    }

    private static Stream<String> mistakes(Schema schema) {
        if (schema.getDoc() == null || schema.getDoc().isBlank()) {
            return Stream.of(schema.getName() + " has no doc");
        }
        return schema.getType() == Schema.Type.RECORD
                ? schema.getFields().stream().flatMap(field -> mistakes(schema.getName(), field))
                : Stream.empty();
    }

    private static Stream<String> mistakes(String record, Schema.Field field) {
        String name = record + "." + field.name();
        if (field.doc() == null || field.doc().isBlank()) {
            return Stream.of(name + " has no doc");
        }
        if (!UNIT.matcher(field.doc()).find()) {
            return Stream.of(name + " has no [unit]");
        }
        boolean untimed =
                holdsInstant(field.schema()) && !TIME_SCALE.matcher(field.doc()).find();
        return untimed ? Stream.of(name + " is an instant and names no time scale") : Stream.empty();
    }

    private static boolean holdsInstant(Schema schema) {
        List<Schema> branches = schema.isUnion() ? schema.getTypes() : List.of(schema);
        return branches.stream()
                .anyMatch(branch -> branch.getType() == Schema.Type.RECORD
                        && branch.getName().equals("MjdInstant"));
    }
}
