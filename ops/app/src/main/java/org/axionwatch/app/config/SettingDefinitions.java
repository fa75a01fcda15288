package org.axionwatch.app.config;

import static org.axionwatch.app.config.SettingGroup.CLUSTER;
import static org.axionwatch.app.config.SettingGroup.PROCESSORS;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.axionwatch.topics.catalog.TopicCatalog;

/** Every setting there is, in the order they are documented. */
public final class SettingDefinitions {
    public static final Setting<String> BOOTSTRAP = new Setting<>(
            "bootstrap",
            CLUSTER,
            SettingKind.brokers(),
            null,
            "brokers of an existing cluster; embedded ones where unset");
    public static final Setting<String> REGISTRY = new Setting<>(
            "registry",
            CLUSTER,
            SettingKind.httpUrl(),
            null,
            "schema registry of the existing cluster (Confluent's API)");
    public static final Setting<Path> DATA_FOLDER = new Setting<>(
            "data-folder",
            CLUSTER,
            SettingKind.path(),
            "<checkout>/.axionwatch",
            "where the embedded cluster, the processors' state and the logs are kept");
    public static final Setting<Integer> PARTITIONS = new Setting<>(
            "partitions",
            CLUSTER,
            SettingKind.wholeNumber("partitions", 1, 1000),
            Integer.toString(TopicCatalog.DEFAULT_PARTITIONS),
            "partitions of each topic");
    public static final Setting<String> APPLICATION_ID = new Setting<>(
            "application-id",
            PROCESSORS,
            SettingKind.identifier(),
            "axionwatch",
            "consumer group and state of the processors, and the name of their dead-letter topic");

    private static final List<Setting<?>> ALL = List.of(BOOTSTRAP, REGISTRY, DATA_FOLDER, PARTITIONS, APPLICATION_ID);

    private SettingDefinitions() {}

    public static List<Setting<?>> all() {
        return ALL;
    }

    static Optional<Setting<?>> find(String name) {
        return ALL.stream().filter(setting -> setting.name().equals(name)).findFirst();
    }

    static void checkTogether(AxionSettings settings, List<String> mistakes) {
        if (settings.find(REGISTRY).isPresent() && settings.find(BOOTSTRAP).isEmpty()) {
            mistakes.add("registry is set without bootstrap: they name the parts of one cluster");
        }
    }
}
