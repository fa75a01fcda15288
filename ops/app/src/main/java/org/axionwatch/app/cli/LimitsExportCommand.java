package org.axionwatch.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.axionwatch.app.config.AxionSettings;
import org.axionwatch.app.config.SettingDefinitions;
import org.axionwatch.app.config.SettingGroup;
import org.axionwatch.app.limits.LimitFiles;
import org.axionwatch.app.session.ClusterAddress;
import org.axionwatch.app.session.CommandFailure;
import org.axionwatch.app.session.KafkaClients;
import org.axionwatch.app.session.OutputFolder;
import org.axionwatch.topics.catalog.TopicCatalog;
import org.axionwatch.topics.catalog.Topics;
import org.axionwatch.topics.replay.TopicExporter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = {
            "Writes each joint limit as two columns in the convention of the AxionLimits collection (mass [eV], coupling)",
            "and as a table with expected bands, from the results of a replay or from an existing cluster."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  axionwatch limits export --from results --out limits",
            "  axionwatch limits export --bootstrap localhost:9092 --registry http://localhost:8081 --out limits"
        })
final class LimitsExportCommand extends ConfiguredCommand {
    @Option(
            names = "--from",
            paramLabel = "PATH",
            description = "folder that replay --out wrote, or its file of limits; a cluster where left out")
    private @Nullable Path from;

    @Option(names = "--replay", paramLabel = "ID", description = "the limits of this replay instead of the live ones")
    private @Nullable String replayId;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "folder of the files; earlier ones in it are replaced, anything else refused")
    private Path out = Path.of("");

    @Override
    Set<SettingGroup> groups() {
        return EnumSet.of(SettingGroup.CLUSTER);
    }

    @Override
    public Integer call() throws IOException {
        List<JsonNode> limits = from == null ? published() : LimitFiles.read(from);
        if (limits.isEmpty()) {
            throw new CommandFailure("there are no limits yet");
        }
        try (OutputFolder folder = OutputFolder.replacing(out, LimitFiles::isLimitFile)) {
            for (JsonNode limit : limits) {
                LimitFiles.write(limit, folder.work());
            }
            folder.publish();
        }
        PrintWriter terminal = spec().commandLine().getOut();
        var table = new TextTable(List.of("hypothesis", "masses", "contributors"));
        limits.forEach(limit -> table.add(
                limit.path("hypothesis").asText(),
                limit.path("points").size(),
                limit.path("contributors").size()));
        terminal.print(table);
        terminal.flush();
        return 0;
    }

    private List<JsonNode> published() {
        AxionSettings settings = settings();
        LogFile.openIn(settings.get(SettingDefinitions.DATA_FOLDER));
        TopicCatalog catalog = replayId == null ? TopicCatalog.live() : TopicCatalog.replay(replayId);
        try (TopicExporter exporter = new KafkaClients(ClusterAddress.of(settings)).exporter(catalog)) {
            return LimitFiles.of(exporter.read(Topics.AXION_LIMIT));
        }
    }
}
