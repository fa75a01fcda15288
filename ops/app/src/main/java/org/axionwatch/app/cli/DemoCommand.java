package org.axionwatch.app.cli;

import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.axionwatch.app.config.AxionSettings;
import org.axionwatch.app.config.SettingDefinitions;
import org.axionwatch.app.config.SettingGroup;
import org.axionwatch.app.demo.Demo;
import org.axionwatch.app.demo.DemoRequest;
import org.axionwatch.app.demo.DemoResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Streams the built-in observing campaign and compares what is found with what was injected.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  axionwatch demo                        keeps running, with a status page",
            "  axionwatch demo --once --seed 7",
            "  axionwatch demo --once --no-signal     must raise no alert"
        })
final class DemoCommand extends ConfiguredCommand {
    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "draws masses, amplitudes and noise (default ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--no-signal", description = "inject nothing; no alert may be raised")
    private boolean noSignal;

    @Option(names = "--once", description = "end after the closing table")
    private boolean once;

    @Option(names = "--json", description = "print the closing table as JSON")
    private boolean json;

    @Override
    Set<SettingGroup> groups() {
        return EnumSet.allOf(SettingGroup.class);
    }

    @Override
    public Integer call() {
        AxionSettings settings =
                settings(Map.of(SettingDefinitions.TENSE, "injection", SettingDefinitions.THROTTLE, "false"));
        LogFile.openIn(settings.get(SettingDefinitions.DATA_FOLDER));
        PrintWriter out = spec().commandLine().getOut();
        DemoReport report = new DemoReport(out, json);
        DemoResult result = new Demo(settings, new DemoRequest(seed, !noSignal, once)).run(report);
        result.requireAllHolds();
        return 0;
    }
}
