package org.axionwatch.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.axionwatch.app.config.AxionSettings;
import org.axionwatch.app.config.SettingDefinitions;
import org.axionwatch.app.config.SettingGroup;
import org.axionwatch.app.session.CommandFailure;
import org.axionwatch.topics.catalog.TopicCatalog;
import org.axionwatch.topics.catalog.TopicPreflight;
import org.axionwatch.topics.catalog.TopicSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code topics create} and {@code topics check} share: which topics, on which cluster, and the table of them. */
abstract class TopicsTask extends ConfiguredCommand {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    @Option(names = "--replay", paramLabel = "ID", description = "the topics of this replay instead of the live ones")
    private @Nullable String replayId;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    @Override
    final Set<SettingGroup> groups() {
        return EnumSet.of(SettingGroup.CLUSTER, SettingGroup.PROCESSORS);
    }

    @Override
    public final Integer call() throws JsonProcessingException {
        AxionSettings settings = settings();
        LogFile.openIn(settings.get(SettingDefinitions.DATA_FOLDER));
        List<TopicSettings> wanted = wanted(settings);
        try (Admin admin = Admin.create(clientProperties(settings))) {
            print(wanted, perform(new TopicPreflight(admin, TIMEOUT), wanted));
        }
        return 0;
    }

    /** Does it; answers what to say of each topic, by name. */
    abstract Map<String, String> perform(TopicPreflight preflight, List<TopicSettings> wanted);

    private List<TopicSettings> wanted(AxionSettings settings) {
        String applicationId = settings.get(SettingDefinitions.APPLICATION_ID);
        TopicCatalog catalog = replayId == null ? TopicCatalog.live() : TopicCatalog.replay(replayId);
        return catalog.withPartitions(settings.get(SettingDefinitions.PARTITIONS))
                .settings(replayId == null ? applicationId : applicationId + "-replay-" + replayId);
    }

    private static Map<String, Object> clientProperties(AxionSettings settings) {
        Map<String, Object> properties = new HashMap<>(settings.kafkaProperties());
        properties.put(
                CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                settings.find(SettingDefinitions.BOOTSTRAP)
                        .orElseThrow(() -> new CommandFailure("topics needs an existing cluster: give --bootstrap")));
        return properties;
    }

    private void print(List<TopicSettings> topics, Map<String, String> states) throws JsonProcessingException {
        PrintWriter out = spec().commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(topics.stream()
                            .map(topic -> Map.of(
                                    "topic", topic.name(),
                                    "partitions", topic.partitions(),
                                    "configuration", topic.configuration(),
                                    "state", states.getOrDefault(topic.name(), "")))
                            .toList()));
        } else {
            var table = new TextTable(List.of("topic", "partitions", "cleanup", "state"));
            topics.forEach(topic -> table.add(
                    topic.name(), topic.partitions(), topic.cleanup().policy(), states.getOrDefault(topic.name(), "")));
            out.print(table);
        }
        out.flush();
    }
}
