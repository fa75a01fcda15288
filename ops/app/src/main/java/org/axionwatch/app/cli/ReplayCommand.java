package org.axionwatch.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axionwatch.app.config.AxionSettings;
import org.axionwatch.app.config.SettingDefinitions;
import org.axionwatch.app.config.SettingGroup;
import org.axionwatch.app.session.Archives;
import org.axionwatch.app.session.OutputFolder;
import org.axionwatch.app.session.Replay;
import org.axionwatch.topics.ingest.Archive;
import org.axionwatch.topics.replay.PublishOrder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
        name = "replay",
        description = "Streams an archive through topics and an application of its own.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  axionwatch replay J2214+3000.par J2214+3000.tim --out results",
            "  axionwatch replay m82.fits --source m82.yaml --out results",
            "  axionwatch replay archive/ --id dr3 --shuffle 7 --out results"
        })
final class ReplayCommand extends ConfiguredCommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR",
            description = ".par with .tim, residual tables (.csv), FITS event lists, or folders of them")
    private List<Path> paths = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "write every output topic, dlq.jsonl, timing-residuals.csv and summary.json")
    private @Nullable Path out;

    @Option(names = "--force", description = "write into --out even where it holds other files")
    private boolean force;

    @Option(names = "--source", paramLabel = "FILE", description = "X-ray source of the event lists (YAML)")
    private @Nullable Path source;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "go on from what was kept under this id; a fresh one keeps nothing")
    private @Nullable String id;

    @Option(
            names = "--speed",
            paramLabel = "N|max",
            defaultValue = "max",
            description = "record time over wall time (default ${DEFAULT-VALUE})")
    private String speed = "max";

    @Option(names = "--shuffle", paramLabel = "SEED", description = "publish frames and batches in random order")
    private @Nullable Long shuffle;

    @Option(names = "--json", description = "print the closing table as JSON")
    private boolean json;

    @Override
    Set<SettingGroup> groups() {
        return EnumSet.allOf(SettingGroup.class);
    }

    @Override
    public Integer call() throws JsonProcessingException {
        PublishOrder order = order();
        if (id != null && !id.matches("[a-zA-Z0-9_-]{1,64}")) {
            throw usage("--id: '" + id + "' is not 1 to 64 letters, digits, '-' or '_'");
        }
        AxionSettings settings =
                settings(Map.of(SettingDefinitions.TENSE, "archival", SettingDefinitions.THROTTLE, "false"));
        LogFile.openIn(settings.get(SettingDefinitions.DATA_FOLDER));
        List<Archive> archives = Archives.read(paths, source, settings);
        try (OutputFolder folder = out == null ? null : OutputFolder.prepare(out, force)) {
            Replay.Result result = new Replay(settings, id).run(archives, order, folder);
            new ReplayReport(spec().commandLine().getOut()).print(result, json);
        }
        return 0;
    }

    private PublishOrder order() {
        double pace;
        try {
            pace = speed.equals("max") ? Double.POSITIVE_INFINITY : Double.parseDouble(speed);
            if (speed.equals("max") || pace < Double.POSITIVE_INFINITY) {
                return new PublishOrder(shuffle, pace);
            }
        } catch (NumberFormatException e) {
            throw usage("--speed: '" + speed + "' is not a positive number or max");
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
        throw usage("--speed: '" + speed + "' is not a positive number or max");
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec().commandLine(), message);
    }
}
