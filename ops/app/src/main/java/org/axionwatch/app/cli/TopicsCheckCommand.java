package org.axionwatch.app.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axionwatch.topics.catalog.TopicPreflight;
import org.axionwatch.topics.catalog.TopicSettings;
import picocli.CommandLine.Command;

@Command(
        name = "check",
        description = "Fails, naming every difference, unless all topics exist as they should.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  axionwatch topics check --bootstrap localhost:9092"})
final class TopicsCheckCommand extends TopicsTask {
    @Override
    Map<String, String> perform(TopicPreflight preflight, List<TopicSettings> wanted) {
        preflight.check(wanted);
        return wanted.stream().collect(Collectors.toMap(TopicSettings::name, topic -> "as it should be"));
    }
}
