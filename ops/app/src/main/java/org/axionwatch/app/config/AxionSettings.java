package org.axionwatch.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one run: flag before environment variable before settings file before default. Properties of the Kafka
 * clients pass through from the settings file as {@code kafka.<property>} and from the environment as
 * {@code KAFKA_<PROPERTY>} with underscores for dots.
 */
public final class AxionSettings {
    static final String KAFKA_KEY_PREFIX = "kafka.";
    private static final String KAFKA_ENVIRONMENT_PREFIX = "KAFKA_";

    private final Map<String, Object> values;
    private final Map<String, String> kafkaProperties;

    private AxionSettings(Map<String, Object> values, Map<String, String> kafkaProperties) {
        this.values = Map.copyOf(values);
        this.kafkaProperties = Map.copyOf(kafkaProperties);
    }

    /** @throws SettingsException naming every mistake, not only the first */
    public static AxionSettings resolve(SettingsSources sources) {
        return resolve(sources, Map.of());
    }

    /**
     * @param preset defaults of one command, which replace those of the definitions
     * @throws SettingsException naming every mistake, not only the first
     */
    public static AxionSettings resolve(SettingsSources sources, Map<Setting<?>, String> preset) {
        List<String> mistakes = new ArrayList<>();
        Map<String, String> file = read(sources, mistakes);
        Map<String, String> kafka = new TreeMap<>();
        file.forEach((key, value) -> {
            if (key.startsWith(KAFKA_KEY_PREFIX)) {
                kafka.put(key.substring(KAFKA_KEY_PREFIX.length()), value);
            } else if (SettingDefinitions.find(key).isEmpty()) {
                mistakes.add(sources.file() + ": unknown setting " + key);
            }
        });
        sources.environment().forEach((name, value) -> {
            if (name.startsWith(KAFKA_ENVIRONMENT_PREFIX)) {
                kafka.put(kafkaProperty(name), value);
            }
        });
        Map<String, Object> values = new TreeMap<>();
        for (Setting<?> setting : SettingDefinitions.all()) {
            resolve(setting, new Given(sources, file, preset), values, mistakes);
        }
        if (mistakes.isEmpty()) {
            SettingDefinitions.checkTogether(new AxionSettings(values, kafka), mistakes);
        }
        if (!mistakes.isEmpty()) {
            throw new SettingsException(mistakes);
        }
        return new AxionSettings(values, kafka);
    }

    private static Map<String, String> read(SettingsSources sources, List<String> mistakes) {
        if (sources.file() == null) {
            return Map.of();
        }
        try {
            return SettingsFile.read(sources.file());
        } catch (SettingsException e) {
            mistakes.addAll(e.mistakes());
            return Map.of();
        }
    }

    private record Given(SettingsSources sources, Map<String, String> file, Map<Setting<?>, String> preset) {}

    private static void resolve(Setting<?> setting, Given given, Map<String, Object> values, List<String> mistakes) {
        String variable = setting.environmentVariable();
        var sources = given.sources();
        if (sources.flags().containsKey(setting.name())) {
            put(setting, setting.flag(), sources.flags().get(setting.name()), values, mistakes);
        } else if (sources.environment().containsKey(variable)) {
            put(setting, variable, sources.environment().get(variable), values, mistakes);
        } else if (given.file().containsKey(setting.name())) {
            put(setting, sources.file() + ": " + setting.name(), given.file().get(setting.name()), values, mistakes);
        } else {
            String text = given.preset().getOrDefault(setting, setting.defaultText());
            if (text != null) {
                put(setting, "default of " + setting.name(), text, values, mistakes);
            }
        }
    }

    private static void put(
            Setting<?> setting,
            String origin,
            @Nullable String text,
            Map<String, Object> values,
            List<String> mistakes) {
        String trimmed = text == null ? "" : text.strip();
        try {
            values.put(setting.name(), setting.kind().parser().apply(trimmed));
        } catch (IllegalArgumentException e) {
            mistakes.add(origin + ": '" + trimmed + "' is not " + setting.kind().accepted());
        }
    }

    private static String kafkaProperty(String variable) {
        return variable.substring(KAFKA_ENVIRONMENT_PREFIX.length())
                .toLowerCase(Locale.ROOT)
                .replace('_', '.');
    }

    /** @throws IllegalStateException for a setting without default that is not set: use {@link #find} */
    public <T> T get(Setting<T> setting) {
        return find(setting).orElseThrow(() -> new IllegalStateException(setting.name() + " is not set"));
    }

    @SuppressWarnings("unchecked")
    public <T> Optional<T> find(Setting<T> setting) {
        return Optional.ofNullable((T) values.get(setting.name()));
    }

    /** Properties for every Kafka client, secrets included: never logged. */
    public Map<String, String> kafkaProperties() {
        return kafkaProperties;
    }
}
