package org.axionwatch.app.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A settings file: {@code .yaml}/{@code .yml} (one mapping of names to single values) or {@code .properties}, UTF-8, at
 * most 1 MB.
 */
final class SettingsFile {
    private static final long LARGEST_BYTES = 1 << 20;

    private SettingsFile() {}

    /** Keys and values as written, in file order (YAML) or by key (properties). */
    static Map<String, String> read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > LARGEST_BYTES) {
                throw mistake(file + ": larger than 1 MB, not a settings file");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                return yaml(file, text);
            }
            if (name.endsWith(".properties")) {
                return properties(text);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw mistake(file + ": cannot be read: " + e);
        }
        throw mistake(file + ": a settings file is named .yaml, .yml or .properties");
    }

    private static Map<String, String> yaml(Path file, String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        Object document;
        try {
            document = new Yaml(new SafeConstructor(options)).load(text);
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw mistake(file + (mark == null ? "" : ":" + (mark.getLine() + 1)) + ": " + e.getProblem());
        } catch (YAMLException e) {
            throw mistake(file + ": " + e.getMessage());
        }
        if (document == null) {
            return Map.of();
        }
        if (!(document instanceof Map<?, ?> mapping)) {
            throw mistake(file + ": is not a mapping of setting names to values");
        }
        Map<String, String> result = new LinkedHashMap<>();
        mapping.forEach((key, value) -> {
            if (value == null || value instanceof Map || value instanceof List) {
                throw mistake(file + ": " + key + " has no single value");
            }
            result.put(String.valueOf(key), String.valueOf(value));
        });
        return result;
    }

    private static Map<String, String> properties(String text) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(text));
        Map<String, String> result = new LinkedHashMap<>();
        properties.stringPropertyNames().stream().sorted().forEach(key -> result.put(key, properties.getProperty(key)));
        return result;
    }

    private static SettingsException mistake(String text) {
        return new SettingsException(List.of(text));
    }
}
