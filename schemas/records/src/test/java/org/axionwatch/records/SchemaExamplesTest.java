package org.axionwatch.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaExamplesTest {
    private static final List<String> TOPIC_VALUES = List.of(
            "FoldedProfileFrame",
            "PulsarToaFrame",
            "PulsarEphemeris",
            "AxionResidual",
            "TimingResidual",
            "TimingSolution",
            "SignalScore",
            "PulsarEvidence",
            "XraySource",
            "XrayResponse",
            "XrayEventBatch",
            "SourceLikelihood",
            "AxionLimit",
            "CandidateAlert");

    @BeforeAll
    static void trustRecords() {
        TrustedRecords.trust();
    }

    @Test
    void shouldGiveAnExampleOfEveryTopicValue() {
        assertThat(examples().map(SchemaExamplesTest::recordName)).containsExactlyInAnyOrderElementsOf(TOPIC_VALUES);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldReadTheExampleAndWriteTheSameRecordBack(Path example) throws IOException {
        Schema schema = RecordSchemas.in(RecordSchemas.CURRENT).stream()
                .filter(candidate -> candidate.getName().equals(recordName(example)))
                .findFirst()
                .orElseThrow();
        String json = Files.readString(example);
        GenericRecord expected = new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().jsonDecoder(schema, json));
        SpecificRecord record = new SpecificDatumReader<SpecificRecord>(schema)
                .read(null, DecoderFactory.get().jsonDecoder(schema, json));

        byte[] bytes = write(record);
        GenericRecord readBack = new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, null));

        assertThat(record.getClass().getName()).isEqualTo(schema.getFullName());
        assertThat(readBack).isEqualTo(expected);
    }

    private static byte[] write(SpecificRecord record) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new SpecificDatumWriter<SpecificRecord>(record.getSchema(), SpecificData.getForClass(record.getClass()))
                .write(record, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    private static Stream<Path> examples() {
        return RecordSchemas.files(RecordSchemas.CURRENT, ".example.json").stream();
    }

    private static String recordName(Path example) {
        return example.getFileName().toString().replace(".example.json", "");
    }
}
