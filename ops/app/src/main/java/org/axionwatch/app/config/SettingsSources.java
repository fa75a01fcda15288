package org.axionwatch.app.config;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where settings come from, strongest first.
 *
 * @param flags setting name to value
 * @param environment variable name to value, of the whole process
 * @param file null where none is given
 */
public record SettingsSources(Map<String, String> flags, Map<String, String> environment, @Nullable Path file) {
    public SettingsSources {
        flags = Map.copyOf(flags);
        environment = Map.copyOf(environment);
    }
}
