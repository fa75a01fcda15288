package org.axionwatch.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.axionwatch.app.config.Setting;
import org.axionwatch.app.config.SettingDefinitions;
import org.axionwatch.app.config.SettingsTable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "settings",
        description = "Lists every setting with its flag, environment variable, default and meaning.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  axionwatch settings", "  axionwatch settings --json"})
final class SettingsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ArgGroup
    private Form form = new Form();

    static final class Form {
        @Option(names = "--markdown", description = "as the table of ops/app/README.md")
        private boolean markdown;

        @Option(names = "--json", description = "as JSON")
        private boolean json;
    }

    @Override
    public Integer call() throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        if (form.markdown) {
            out.print(SettingsTable.markdown());
        } else if (form.json) {
            out.println(new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(SettingDefinitions.all().stream()
                            .map(SettingsCommand::description)
                            .toList()));
        } else {
            var table = new TextTable(List.of("flag", "environment variable", "default", "what"));
            SettingDefinitions.all()
                    .forEach(setting -> table.add(
                            setting.flag(),
                            setting.environmentVariable(),
                            setting.defaultText() == null ? "-" : setting.defaultText(),
                            setting.description() + ": " + setting.kind().accepted()));
            out.print(table);
        }
        out.flush();
        return 0;
    }

    private static Map<String, Object> description(Setting<?> setting) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("flag", setting.flag());
        result.put("environmentVariable", setting.environmentVariable());
        result.put("key", setting.name());
        result.put("default", setting.defaultText());
        result.put("takes", setting.kind().accepted());
        result.put("description", setting.description());
        return result;
    }
}
