package org.axionwatch.app.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axionwatch.topics.catalog.TopicPreflight;
import org.axionwatch.topics.catalog.TopicSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "create",
        description = "Creates the topics that are missing and verifies the others.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  axionwatch topics create --bootstrap localhost:9092 --partitions 8"})
final class TopicsCreateCommand extends TopicsTask {
    @Option(names = "--dry-run", description = "only say what would be created")
    private boolean dryRun;

    @Override
    Map<String, String> perform(TopicPreflight preflight, List<TopicSettings> wanted) {
        List<TopicSettings> missing = dryRun ? preflight.missing(wanted) : preflight.createOrVerify(wanted);
        return wanted.stream().collect(Collectors.toMap(TopicSettings::name, topic -> state(missing.contains(topic))));
    }

    private String state(boolean wasMissing) {
        if (wasMissing) {
            return dryRun ? "would be created" : "created";
        }
        return "exists";
    }
}
