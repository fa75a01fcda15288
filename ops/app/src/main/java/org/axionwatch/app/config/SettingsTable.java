package org.axionwatch.app.config;

import java.util.stream.Collectors;

/** The documentation of the settings, generated from their definitions. */
public final class SettingsTable {
    private SettingsTable() {}

    /** A Markdown table, ending in a newline. */
    public static String markdown() {
        String rows = SettingDefinitions.all().stream().map(SettingsTable::row).collect(Collectors.joining());
        return "| flag and key in the settings file | environment variable | default | takes | what |\n|---|---|---|---|---|\n"
                + rows;
    }

    private static String row(Setting<?> setting) {
        String defaultText = setting.defaultText() == null ? "unset" : "`" + setting.defaultText() + "`";
        return "| `%s` | `%s` | %s | %s | %s |%n"
                .formatted(
                        setting.flag(),
                        setting.environmentVariable(),
                        defaultText,
                        setting.kind().accepted(),
                        setting.description())
                .replace(System.lineSeparator(), "\n");
    }
}
