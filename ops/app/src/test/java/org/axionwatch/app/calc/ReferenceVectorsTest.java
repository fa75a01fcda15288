package org.axionwatch.app.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Every reference vector is met within its tolerance, or its function is said not to be available. */
class ReferenceVectorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> REQUIRED = List.of(
            "constants",
            "pulsar.",
            "poisson.",
            "response.fold",
            "m7.",
            "m82.",
            "bandpass.",
            "galactic.",
            "conversion.",
            "plasma.",
            "primakoff.",
            "coalescence.",
            "stellar.",
            "cluster.",
            "population.",
            "decay.");

    @Test
    void shouldMeetEveryVectorThatIsAvailable() throws IOException {
        Path vectors = vectors();
        Calculator calculator = Calculator.withDensityTables(vectors.resolveSibling("sightlines"));
        List<String> misses = new ArrayList<>();
        int met = 0;
        for (String line : Files.readAllLines(vectors)) {
            JsonNode vector = JSON.readTree(line);
            JsonNode answer = JSON.readTree(calculator.answerLine(line));
            String function = vector.get("function").asText();
            String notAvailable = "not available: " + function;
            if (notAvailable.equals(answer.path("error").asText())
                    && REQUIRED.stream().noneMatch(function::startsWith)) {
                continue;
            }
            if (answer.has("output")
                    && agree(
                            vector.get("output"),
                            answer.get("output"),
                            vector.get("rtol").asDouble())) {
                met++;
            } else {
                misses.add(answer + " expected " + vector.get("output"));
            }
        }
        assertThat(misses).isEmpty();
        assertThat(met).isGreaterThan(220);
    }

    private static boolean agree(JsonNode expected, JsonNode actual, double relativeTolerance) {
        if (expected.isNumber()) {
            double value = expected.asDouble();
            return actual.isNumber() && Math.abs(actual.asDouble() - value) <= relativeTolerance * Math.abs(value);
        }
        if (expected.isArray()) {
            return actual.size() == expected.size() && elementsAgree(expected, actual, relativeTolerance);
        }
        if (expected.isObject()) {
            return membersAgree(expected, actual, relativeTolerance);
        }
        return expected.equals(actual);
    }

    private static boolean elementsAgree(JsonNode expected, JsonNode actual, double relativeTolerance) {
        for (int i = 0; i < expected.size(); i++) {
            if (!agree(expected.get(i), actual.get(i), relativeTolerance)) {
                return false;
            }
        }
        return true;
    }

    private static boolean membersAgree(JsonNode expected, JsonNode actual, double relativeTolerance) {
        for (Iterator<Map.Entry<String, JsonNode>> members = expected.fields(); members.hasNext(); ) {
            Map.Entry<String, JsonNode> member = members.next();
            if (!actual.has(member.getKey())
                    || !agree(member.getValue(), actual.get(member.getKey()), relativeTolerance)) {
                return false;
            }
        }
        return true;
    }

    private static Path vectors() {
        Path path = Path.of(System.getProperty("axionwatch.root", "."), "../shared/physics/vectors.jsonl");
        if (!Files.exists(path)) {
            String required = System.getenv().getOrDefault("AXIONWATCH_REQUIRE", "");
            if (List.of(required.split(",")).contains("shared-data")) {
                fail("AXIONWATCH_REQUIRE names shared-data, but the physics vectors are missing");
            }
            Assumptions.abort("the physics vectors are not beside the project");
        }
        return path;
    }
}
