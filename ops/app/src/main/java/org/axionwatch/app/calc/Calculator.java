package org.axionwatch.app.calc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.axionwatch.app.calc.CalculatorException.Reason;

/**
 * The physics of the stream as a calculator. A function takes named inputs with the unit in their name and gives a
 * number, a list or an object. Immutable and thread-safe.
 */
public final class Calculator {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, CalculatorFunction> functions = new TreeMap<>();

    public Calculator() {
        functions.putAll(ConstantFunctions.all());
        functions.putAll(PulsarFunctions.all());
        functions.putAll(PoissonFunctions.all());
        functions.putAll(MagnificentSevenFunctions.all());
        functions.putAll(AnnulusFunctions.all());
        functions.putAll(BandpassFunctions.all());
        functions.putAll(GalaxyFunctions.all());
        functions.putAll(StellarFunctions.all());
        functions.putAll(PopulationFunctions.all());
        functions.putAll(DecayFunctions.all());
    }

    /**
     * A calculator that also converts axions on the way from star clusters.
     *
     * @param densityTables folder of free-electron densities, {@code quintuplet.csv} and {@code westerlund1.csv} with
     *     columns {@code distance_kpc,ne_cm3}; read at each call
     */
    public static Calculator withDensityTables(Path densityTables) {
        Calculator calculator = new Calculator();
        calculator.functions.putAll(SightlineFunctions.all(densityTables));
        return calculator;
    }

    /** Names of the functions that are built, sorted. */
    public Set<String> functions() {
        return Collections.unmodifiableSet(functions.keySet());
    }

    /**
     * Calls a function.
     *
     * @param function for example {@code pulsar.axion-delay}
     * @param inputs object of the named inputs
     * @return number, list or object; every number finite
     * @throws CalculatorException with the reason, naming the function or input
     */
    public JsonNode call(String function, JsonNode inputs) {
        CalculatorFunction called = functions.get(function);
        if (called == null) {
            throw new CalculatorException(Reason.NOT_AVAILABLE, function);
        }
        Inputs named = new Inputs(inputs);
        JsonNode output = compute(called, named);
        named.requireAllRead();
        Outputs.requireFinite(output);
        return output;
    }

    /**
     * Answers one line of a vector file.
     *
     * @param vectorLine {@code {"id":…,"function":…,"inputs":{…}}}; other keys are ignored
     * @return one line, {@code {"id":…,"output":…}} or {@code {"id":…,"error":…}}; the id is null where none can be read
     */
    public String answerLine(String vectorLine) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putNull("id");
        try {
            JsonNode line = parse(vectorLine);
            answer.set("id", line.path("id").isMissingNode() ? JsonNodeFactory.instance.nullNode() : line.get("id"));
            answer.set("output", call(functionName(line), member(line, "inputs")));
        } catch (CalculatorException refused) {
            answer.put("error", refused.getMessage());
        }
        return answer.toString();
    }

    private static JsonNode compute(CalculatorFunction function, Inputs inputs) {
        try {
            return function.apply(inputs);
        } catch (IllegalArgumentException | ArithmeticException | IllegalStateException refused) {
            throw new CalculatorException(Reason.OUT_OF_RANGE, String.valueOf(refused.getMessage()));
        }
    }

    private static JsonNode parse(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            if (!node.isObject()) {
                throw new CalculatorException(Reason.BAD_LINE, "not a JSON object");
            }
            return node;
        } catch (JsonProcessingException broken) {
            String detail = broken.getOriginalMessage().replaceAll("\\s+", " ");
            throw new CalculatorException(
                    Reason.BAD_LINE, detail + ", column " + broken.getLocation().getColumnNr());
        }
    }

    private static String functionName(JsonNode line) {
        JsonNode function = member(line, "function");
        if (!function.isTextual()) {
            throw new CalculatorException(Reason.BAD_LINE, "function is not text");
        }
        return function.textValue();
    }

    private static JsonNode member(JsonNode line, String name) {
        JsonNode member = line.get(name);
        if (member == null) {
            throw new CalculatorException(Reason.BAD_LINE, "no " + name);
        }
        return member;
    }
}
