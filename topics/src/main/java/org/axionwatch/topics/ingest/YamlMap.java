package org.axionwatch.topics.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a YAML file that notes every mistake with its line; keys nobody asked for are mistakes. */
final class YamlMap {
    private final String path;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> unread = new LinkedHashMap<>();
    private final List<String> mistakes;

    YamlMap(String path, MappingNode node, List<String> mistakes) {
        this.path = path;
        this.line = line(node);
        this.mistakes = mistakes;
        for (NodeTuple tuple : node.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (values.put(key, tuple.getValueNode()) != null) {
                mistake(line(tuple.getKeyNode()), key, "is given twice");
            }
            unread.put(key, line(tuple.getKeyNode()));
        }
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Number of items of a list, zero where the key is absent or holds no list. */
    int count(String key) {
        return values.get(key) instanceof SequenceNode sequence
                ? sequence.getValue().size()
                : 0;
    }

    void mistake(String key, String what) {
        Node node = values.get(key);
        mistake(node == null ? line : line(node), key, what);
    }

    private void mistake(int at, String key, String what) {
        mistakes.add("line " + at + ": " + path + key + " " + what);
    }

    private @Nullable Node take(String key) {
        unread.remove(key);
        return values.get(key);
    }

    String text(String key, @Nullable String otherwise) {
        Node node = take(key);
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        if (node != null || otherwise == null) {
            mistake(key, node == null ? "is missing" : "must be text");
        }
        return otherwise == null ? "" : otherwise;
    }

    double number(String key, @Nullable Double otherwise) {
        Node node = take(key);
        if (node == null) {
            if (otherwise == null) {
                mistake(key, "is missing");
            }
            return otherwise == null ? Double.NaN : otherwise;
        }
        return parsed(key, node);
    }

    double positive(String key) {
        double value = number(key, null);
        if (!(value > 0) && !Double.isNaN(value)) {
            mistake(key, "must be positive");
        }
        return value;
    }

    private double parsed(String key, Node node) {
        if (node instanceof ScalarNode scalar && Numbers.isNumber(scalar.getValue())) {
            double value = Double.parseDouble(scalar.getValue());
            if (Double.isFinite(value)) {
                return value;
            }
        }
        mistake(line(node), key, "must be a finite number");
        return Double.NaN;
    }

    List<Double> numbers(String key, boolean required) {
        Node node = take(key);
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(item -> parsed(key, item)).toList();
        }
        if (node != null || required) {
            mistake(key, node == null ? "is missing" : "must be a list of numbers");
        }
        return List.of();
    }

    /** One value an energy bin, none negative. */
    List<Double> binned(String key, int bins, boolean required) {
        List<Double> values = numbers(key, required);
        if (has(key) && values.size() != bins) {
            mistake(key, "must have " + bins + " values, one an energy bin, not " + values.size());
        }
        if (values.stream().anyMatch(value -> !(value >= 0))) {
            mistake(key, "must not be negative");
        }
        return values;
    }

    List<YamlMap> maps(String key) {
        Node node = take(key);
        List<YamlMap> maps = new ArrayList<>();
        if (!(node instanceof SequenceNode sequence)) {
            mistake(key, node == null ? "is missing" : "must be a list");
            return maps;
        }
        for (Node item : sequence.getValue()) {
            if (item instanceof MappingNode mapping) {
                maps.add(new YamlMap(path + key + "[" + maps.size() + "].", mapping, mistakes));
            } else {
                mistake(line(item), key, "must hold mappings");
            }
        }
        return maps;
    }

    Optional<YamlMap> map(String key) {
        Node node = take(key);
        if (node instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(path + key + ".", mapping, mistakes));
        }
        if (node != null) {
            mistake(key, "must be a mapping");
        }
        return Optional.empty();
    }

    /** Notes the keys that were never asked for. */
    void refuseOthers() {
        unread.forEach((key, at) -> mistake(at, key, "is unknown"));
    }
}
