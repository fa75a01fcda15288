package org.axionwatch.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.axionwatch.app.config.AxionSettings;
import org.axionwatch.app.config.SettingDefinitions;
import org.axionwatch.app.config.SettingGroup;
import org.axionwatch.app.health.StatusServer;
import org.axionwatch.app.session.ClusterAddress;
import org.axionwatch.app.session.SessionPlan;
import org.axionwatch.app.session.SessionStatus;
import org.axionwatch.app.session.StreamSession;
import picocli.CommandLine.Command;

@Command(
        name = "run",
        description = "Runs the processors against an existing cluster until it is told to stop (SIGTERM, Ctrl-C).",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Stopped or killed, it resumes where it was when it is started again.",
            "",
            "Example, with bootstrap and registry in the file:",
            "  axionwatch run --config live.yaml"
        })
final class RunCommand extends ConfiguredCommand {
    @Override
    Set<SettingGroup> groups() {
        return EnumSet.of(SettingGroup.CLUSTER, SettingGroup.PROCESSORS, SettingGroup.SCIENCE);
    }

    @Override
    public Integer call() {
        AxionSettings settings = settings();
        ClusterAddress.of(settings);
        Path dataFolder = settings.get(SettingDefinitions.DATA_FOLDER);
        LogFile.openIn(dataFolder);
        Path folder = dataFolder.resolve("run").resolve(settings.get(SettingDefinitions.APPLICATION_ID));
        try (StreamSession session = StreamSession.open(SessionPlan.live(settings, folder));
                SessionStatus status = session.status();
                StatusServer server = StatusServer.start(settings.get(SettingDefinitions.STATUS_PORT), status)) {
            PrintWriter err = spec().commandLine().getErr();
            err.println("axionwatch: running against " + session.cluster().address() + "; status: " + server.url());
            err.flush();
            session.awaitEnd();
        }
        return 0;
    }
}
