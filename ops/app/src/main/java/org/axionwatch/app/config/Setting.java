package org.axionwatch.app.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One setting, from which follow its flag, environment variable, key in the settings file, default and documentation.
 *
 * @param name lower case with hyphens, unique
 * @param defaultText as a user would write it; null where the setting may stay unset
 */
public record Setting<T>(
        String name, SettingGroup group, SettingKind<T> kind, @Nullable String defaultText, String description) {
    public static final String ENVIRONMENT_PREFIX = "AXIONWATCH_";

    public Setting {
        if (!name.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("Setting name " + name);
        }
    }

    public String flag() {
        return "--" + name;
    }

    public String environmentVariable() {
        return ENVIRONMENT_PREFIX + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** Whether the flag alone means true. */
    public boolean isSwitch() {
        return kind.accepted().equals(SettingKind.YES_OR_NO);
    }
}
