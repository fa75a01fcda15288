package org.axionwatch.topics.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axionwatch.records.TrustedRecords;
import org.axionwatch.records.pulsar.BinaryOrbit;
import org.axionwatch.records.pulsar.ToaChannel;
import org.axionwatch.records.time.MjdInstant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RecordJsonTest {
    @BeforeAll
    static void trustRecords() {
        TrustedRecords.trust();
    }

    @Test
    void shouldSortMapKeysWhateverTheirOrder() {
        Map<String, Double> parameters = new LinkedHashMap<>(Map.of("PB", 12.5));
        parameters.put("A1", 9.25);

        assertThat(RecordJson.write(new BinaryOrbit("DD", parameters)))
                .isEqualTo("{\"model\":\"DD\",\"parameters\":{\"A1\":9.25,\"PB\":12.5}}");
    }

    @Test
    void shouldWriteUnionsWithoutWrapperAndNumbersAsShortAsTheyReadBack() {
        var channel = ToaChannel.newBuilder()
                .setToaIndex(3)
                .setSubIntegration(0)
                .setTime(new MjdInstant(56558, 2.0E-3))
                .setFrequencyMHz(1400.0)
                .setUncertaintySeconds(2.0E-6)
                .setDelaySeconds(2.2250738585072014E-308)
                .build();

        assertThat(RecordJson.write(channel))
                .contains("\"delaySeconds\":2.2250738585072014E-308")
                .contains("\"time\":{\"day\":56558,\"fraction\":0.002}")
                .contains("\"dispersionMeasurePcPerCm3\":null")
                .contains("\"uncertaintySeconds\":2.0E-6");
    }

    @Test
    void shouldWriteKeyAndValueInOneLine() {
        assertThat(RecordJson.line("J1\n", new MjdInstant(1, 0.5)))
                .isEqualTo("{\"key\":\"J1\\n\",\"value\":{\"day\":1,\"fraction\":0.5}}");
        assertThat(RecordJson.line(null, null)).isEqualTo("{\"key\":null,\"value\":null}");
    }

    @Test
    void shouldRefuseNotANumber() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordJson.write(new MjdInstant(1, Double.NaN)))
                .withMessageContaining("NaN");
    }
}
