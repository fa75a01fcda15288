package org.axionwatch.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.axionwatch.app.config.AxionSettings;
import org.axionwatch.app.config.SettingDefinitions;
import org.axionwatch.app.config.SettingGroup;
import org.axionwatch.app.session.Archives;
import org.axionwatch.app.session.ClusterAddress;
import org.axionwatch.app.session.CommandFailure;
import org.axionwatch.app.session.FolderWatch;
import org.axionwatch.app.session.Ingest;
import org.axionwatch.topics.ingest.Archive;
import org.axionwatch.topics.ingest.ArchiveItem;
import org.axionwatch.topics.replay.PublishedCounts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
        name = "ingest",
        description = "Sends files to the live topics of an existing cluster.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  axionwatch ingest J2214+3000.par J2214+3000.tim --config live.yaml",
            "  axionwatch ingest --watch incoming/ --source m82.yaml --config live.yaml"
        })
final class IngestCommand extends ConfiguredCommand {
    @Parameters(
            arity = "0..*",
            paramLabel = "FILE|DIR",
            description = ".par with .tim, residual tables (.csv), FITS event lists, or folders of them")
    private List<Path> paths = List.of();

    @Option(
            names = "--watch",
            paramLabel = "DIR",
            description = "follow a folder until stopped; a file that cannot be read is named and left out")
    private @Nullable Path watch;

    @Option(names = "--source", paramLabel = "FILE", description = "X-ray source of the event lists (YAML)")
    private @Nullable Path source;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    Set<SettingGroup> groups() {
        return EnumSet.of(SettingGroup.CLUSTER, SettingGroup.PROCESSORS, SettingGroup.READING);
    }

    @Override
    public Integer call() {
        if (paths.isEmpty() && watch == null) {
            throw new ParameterException(spec().commandLine(), "give files, folders or --watch DIR");
        }
        AxionSettings settings = settings();
        ClusterAddress.of(settings);
        LogFile.openIn(settings.get(SettingDefinitions.DATA_FOLDER));
        FolderWatch follower = watch == null ? null : new FolderWatch(watch, source);
        List<Archive> archives = paths.isEmpty() ? List.of() : Archives.read(paths, source, settings);
        try (Ingest ingest = Ingest.open(settings)) {
            if (!archives.isEmpty()) {
                report(ingest.publish(archives));
            }
            if (follower != null) {
                follower.follow(item -> publish(item, ingest, settings), this::warn);
            }
        }
        return 0;
    }

    private void publish(ArchiveItem item, Ingest ingest, AxionSettings settings) {
        List<Archive> archives;
        try {
            archives = Archives.read(item, settings);
        } catch (CommandFailure unreadable) {
            warn(String.valueOf(unreadable.getMessage()));
            return;
        }
        report(ingest.publish(archives));
    }

    private void warn(String mistake) {
        PrintWriter err = spec().commandLine().getErr();
        mistake.lines().forEach(line -> err.println("axionwatch: " + line));
        err.flush();
    }

    private void report(PublishedCounts counts) {
        PrintWriter out = spec().commandLine().getOut();
        if (json) {
            out.println(JsonNodeFactory.instance
                    .objectNode()
                    .put("records", counts.records())
                    .put("toas", counts.toas())
                    .put("events", counts.events()));
        } else {
            out.printf(
                    Locale.ROOT,
                    "published %,d records (%,d TOAs, %,d events)%n",
                    counts.records(),
                    counts.toas(),
                    counts.events());
        }
        out.flush();
    }
}
