package org.axionwatch.app.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.axionwatch.app.config.AxionSettings;
import org.axionwatch.app.config.Setting;
import org.axionwatch.app.config.SettingDefinitions;
import org.axionwatch.app.config.SettingGroup;
import org.axionwatch.app.config.SettingsSources;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A command with settings: their flags are added to its options from the definitions. */
abstract class ConfiguredCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "settings file (.yaml or .properties); flags and AXIONWATCH_... variables go before it")
    private @Nullable Path config;

    /** The groups whose settings this command takes as flags; all settings apply from environment and file. */
    abstract Set<SettingGroup> groups();

    static void addFlags(CommandSpec spec, Set<SettingGroup> groups) {
        for (Setting<?> setting : SettingDefinitions.all()) {
            if (groups.contains(setting.group())) {
                spec.addOption(option(setting));
            }
        }
    }

    private static OptionSpec option(Setting<?> setting) {
        String defaultText = setting.defaultText() == null ? "" : " (default " + setting.defaultText() + ")";
        var option = OptionSpec.builder(setting.flag())
                .type(String.class)
                .paramLabel("VALUE")
                .description(
                        escape(setting.description() + ": " + setting.kind().accepted() + defaultText));
        if (setting.isSwitch()) {
            option.arity("0..1").fallbackValue("true");
        }
        return option.build();
    }

    private static String escape(String description) {
        return description.replace("%", "%%");
    }

    final AxionSettings settings() {
        return settings(Map.of());
    }

    /** @param preset values that this command gives where the user does not, weaker than the settings file */
    final AxionSettings settings(Map<Setting<?>, String> preset) {
        Map<String, String> flags = new HashMap<>();
        var given = spec.commandLine().getParseResult();
        for (Setting<?> setting : SettingDefinitions.all()) {
            if (given.hasMatchedOption(setting.flag())) {
                flags.put(setting.name(), given.matchedOptionValue(setting.flag(), ""));
            }
        }
        return AxionSettings.resolve(new SettingsSources(flags, System.getenv(), config), preset);
    }

    final CommandSpec spec() {
        return spec;
    }

    final boolean hasConfigFile() {
        return config != null;
    }
}
