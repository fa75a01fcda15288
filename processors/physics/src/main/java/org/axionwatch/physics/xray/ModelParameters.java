package org.axionwatch.physics.xray;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.axionwatch.physics.xray.XrayModelException.Reason;

/** Parameters of a signal model as a source description gives them; what no model asked for is refused by name. */
final class ModelParameters {

    private final String model;
    private final Map<String, String> words;
    private final Map<String, double[]> columns;
    private final Set<String> asked = new HashSet<>();

    ModelParameters(String model, Map<String, String> words, Map<String, double[]> columns) {
        this.model = model;
        this.words = words;
        this.columns = columns;
    }

    double number(String name, double otherwise) {
        asked.add(name);
        String word = words.get(name);
        if (word == null) {
            return otherwise;
        }
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw new XrayModelException(Reason.BAD_VALUE, model + " " + name + " is " + word + ", not a number");
        }
    }

    String word(String name) {
        asked.add(name);
        String word = words.get(name);
        if (word == null) {
            throw missing(name);
        }
        return word;
    }

    <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        asked.add(name);
        String word = words.get(name);
        return word == null ? otherwise : constant(name, word, type);
    }

    <E extends Enum<E>> E choice(String name, Class<E> type) {
        return constant(name, word(name), type);
    }

    double[] column(String name) {
        asked.add(name);
        double[] column = columns.get(name);
        if (column == null) {
            throw missing(name);
        }
        return column.clone();
    }

    double[] column(String name, double[] otherwise) {
        asked.add(name);
        return columns.getOrDefault(name, otherwise).clone();
    }

    /** @throws XrayModelException UNKNOWN_PARAMETER where something was given that the model has not asked for */
    void requireAllAsked() {
        Set<String> unknown = new TreeSet<>(words.keySet());
        unknown.addAll(columns.keySet());
        unknown.removeAll(asked);
        if (!unknown.isEmpty()) {
            throw new XrayModelException(
                    Reason.UNKNOWN_PARAMETER,
                    model + " has no " + String.join(", ", unknown) + "; it has "
                            + String.join(", ", new TreeSet<>(asked)));
        }
    }

    private <E extends Enum<E>> E constant(String name, String word, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> label(value).equals(word))
                .findFirst()
                .orElseThrow(() -> new XrayModelException(
                        Reason.BAD_VALUE,
                        model + " " + name + " is " + word + "; it may be "
                                + Arrays.stream(type.getEnumConstants())
                                        .map(ModelParameters::label)
                                        .collect(Collectors.joining(", "))));
    }

    private static String label(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private XrayModelException missing(String name) {
        return new XrayModelException(Reason.MISSING_PARAMETER, model + " needs " + name);
    }
}
