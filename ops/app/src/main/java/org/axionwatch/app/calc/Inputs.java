package org.axionwatch.app.calc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axionwatch.app.calc.CalculatorException.Reason;
import org.jspecify.annotations.Nullable;

/** The named inputs of one call. Every one must be read, every number must be finite. */
final class Inputs {

    private final JsonNode node;
    private final String prefix;
    private final Set<String> read = new HashSet<>();
    private final List<Inputs> nested = new ArrayList<>();

    Inputs(JsonNode node) {
        this(node, "");
    }

    private Inputs(JsonNode node, String prefix) {
        if (!node.isObject()) {
            throw new CalculatorException(
                    Reason.BAD_INPUT, (prefix.isEmpty() ? "inputs" : prefix) + " must be an object");
        }
        this.node = node;
        this.prefix = prefix;
    }

    double number(String name) {
        return finite(required(name), prefix + name);
    }

    double positive(String name) {
        double value = number(name);
        if (!(value > 0)) {
            throw bad(prefix + name, "above zero", required(name));
        }
        return value;
    }

    /** A number, or infinity where the input is null. */
    double numberOrInfinity(String name) {
        JsonNode value = node.get(name);
        if (value != null && value.isNull()) {
            read.add(name);
            return Double.POSITIVE_INFINITY;
        }
        return number(name);
    }

    /** A whole number, or the given one where the input is absent. */
    int wholeNumber(String name, int absent) {
        if (!node.has(name)) {
            return absent;
        }
        JsonNode value = required(name);
        if (!value.canConvertToInt() || !value.canConvertToExactIntegral()) {
            throw bad(prefix + name, "a whole number", value);
        }
        return value.intValue();
    }

    String text(String name) {
        JsonNode value = required(name);
        if (!value.isTextual()) {
            throw bad(prefix + name, "text", value);
        }
        return value.textValue();
    }

    /** One of several named choices. */
    <T> T choice(String name, Map<String, T> choices) {
        String chosen = text(name);
        T choice = choices.get(chosen);
        if (choice == null) {
            throw new CalculatorException(
                    Reason.BAD_INPUT,
                    prefix + name + " is " + chosen + ", must be one of "
                            + choices.keySet().stream().sorted().toList());
        }
        return choice;
    }

    /** One of several named choices, or the given one where the input is absent. */
    <T> T choice(String name, Map<String, T> choices, T absent) {
        return node.has(name) ? choice(name, choices) : absent;
    }

    /** An object of numbers whose keys are among named choices. */
    <T> Map<T, Double> numbersOf(String name, Map<String, T> choices) {
        Inputs members = object(name);
        Map<T, Double> numbers = new LinkedHashMap<>();
        for (Iterator<String> keys = members.node.fieldNames(); keys.hasNext(); ) {
            String key = keys.next();
            T choice = choices.get(key);
            if (choice == null) {
                throw new CalculatorException(Reason.UNKNOWN_INPUT, members.prefix + key);
            }
            numbers.put(choice, members.number(key));
        }
        return numbers;
    }

    double[] numbers(String name) {
        return numbers(required(name), prefix + name);
    }

    /** A list of a fixed number of numbers. */
    double[] numbers(String name, int count) {
        double[] numbers = numbers(name);
        if (numbers.length != count) {
            throw bad(prefix + name, count + " numbers", required(name));
        }
        return numbers;
    }

    double[][] matrix(String name) {
        JsonNode rows = array(name);
        double[][] matrix = new double[rows.size()][];
        for (int i = 0; i < matrix.length; i++) {
            matrix[i] = numbers(rows.get(i), prefix + name + "[" + i + "]");
        }
        return matrix;
    }

    Inputs object(String name) {
        return nest(required(name), prefix + name);
    }

    List<Inputs> objects(String name) {
        JsonNode elements = array(name);
        List<Inputs> objects = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            objects.add(nest(elements.get(i), prefix + name + "[" + i + "]"));
        }
        return objects;
    }

    /** Refuses inputs that the function did not read. */
    void requireAllRead() {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!read.contains(name)) {
                throw new CalculatorException(Reason.UNKNOWN_INPUT, prefix + name);
            }
        }
        nested.forEach(Inputs::requireAllRead);
    }

    private Inputs nest(JsonNode value, String path) {
        Inputs inputs = new Inputs(value, path + ".");
        nested.add(inputs);
        return inputs;
    }

    private JsonNode array(String name) {
        JsonNode value = required(name);
        if (!value.isArray()) {
            throw bad(prefix + name, "a list", value);
        }
        return value;
    }

    private JsonNode required(String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new CalculatorException(Reason.MISSING_INPUT, prefix + name);
        }
        read.add(name);
        return value;
    }

    private static double[] numbers(JsonNode value, String path) {
        if (!value.isArray()) {
            throw bad(path, "a list of numbers", value);
        }
        double[] numbers = new double[value.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = finite(value.get(i), path + "[" + i + "]");
        }
        return numbers;
    }

    private static double finite(JsonNode value, String path) {
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw bad(path, "a finite number", value);
        }
        return value.doubleValue();
    }

    private static CalculatorException bad(String path, String expected, @Nullable JsonNode value) {
        return new CalculatorException(Reason.BAD_INPUT, path + " must be " + expected + ", not " + value);
    }
}
