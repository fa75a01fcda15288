package org.axionwatch.app.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.axionwatch.app.calc.CalculatorException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalculatorTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Calculator CALCULATOR = new Calculator();

    @Test
    void shouldEchoIdAndGiveOutputWhenLineIsGood() throws Exception {
        JsonNode answer = answer("{\"id\":\"x\",\"function\":\"pulsar.plasma-delay-difference\","
                + "\"inputs\":{\"DM\":241,\"nu1_MHz\":1000,\"nu2_MHz\":null},\"rtol\":1}");
        assertThat(answer.get("id").asText()).isEqualTo("x");
        assertThat(answer.get("output").asDouble()).isCloseTo(1.0, org.assertj.core.data.Offset.offset(1e-12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "{\"id\":1} {\"id\":2}",
                "{\"id\":1,\"id\":2}",
                "{\"id\":1,\"inputs\":{}}",
                "{\"id\":1,\"function\":\"constants\"}",
                "{\"id\":1,\"function\":5,\"inputs\":{}}",
                "{\"id\":1,\"function\":\"constants\",\"inputs\":{\"name\":NaN}}"
            })
    void shouldNameLineWhenItIsMalformed(String line) throws Exception {
        JsonNode answer = answer(line);
        assertThat(answer.has("id")).isTrue();
        assertThat(answer.has("output")).isFalse();
        assertThat(answer.get("error").asText()).startsWith("malformed line: ").doesNotContain("\n");
    }

    @Test
    void shouldSayNotAvailableWhenFunctionIsNotBuilt() throws Exception {
        JsonNode answer = answer("{\"id\":\"a\",\"function\":\"no.such\",\"inputs\":{}}");
        assertThat(answer.get("error").asText()).isEqualTo("not available: no.such");
        assertThat(answer.get("id").asText()).isEqualTo("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}                       | missing input: z",
                "{'z':1,'y':2}            | unknown input: y",
                "{'z':'1'}                | bad input: z must be a finite number, not \"1\"",
                "{'z':1e999}              | bad input: z must be a finite number",
                "{'z':null}               | bad input: z must be a finite number, not null",
                "{'z':-1}                 | out of range: BAD_VALUE: z is -1.0",
                "[1]                      | bad input: inputs must be an object"
            })
    void shouldNameInputWhenItIsWrong(String inputs, String error) throws Exception {
        String line = "{\"id\":\"a\",\"function\":\"m7.spectrum\",\"inputs\":" + inputs.replace('\'', '"') + "}";
        assertThat(answer(line).get("error").asText()).startsWith(error);
    }

    @Test
    void shouldNameNestedInputWhenBinIsWrong() throws Exception {
        String bin = "{'counts':[1],'signal':[1],'background':[1],'signal_counts_per_a':1,'typo':2}";
        JsonNode inputs = JSON.readTree(("{'bins':[" + bin + "],'a':1}").replace('\'', '"'));
        CalculatorException refused =
                catchThrowableOfType(CalculatorException.class, () -> CALCULATOR.call("poisson.profile-curve", inputs));
        assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_INPUT);
        assertThat(refused).hasMessage("unknown input: bins[0].typo");
    }

    @Test
    void shouldRefuseWhenResultIsNotFinite() throws Exception {
        JsonNode inputs = JSON.readTree("{\"TA\":1,\"TS\":0,\"tobs\":1,\"bw\":1,\"C\":1}");
        CalculatorException refused =
                catchThrowableOfType(CalculatorException.class, () -> CALCULATOR.call("pulsar.radiometer-snr", inputs));
        assertThat(refused.reason()).isEqualTo(Reason.OUT_OF_RANGE);
    }

    private static JsonNode answer(String line) throws Exception {
        String answer = CALCULATOR.answerLine(line);
        assertThat(answer).doesNotContain("\n");
        return JSON.readTree(answer);
    }
}
