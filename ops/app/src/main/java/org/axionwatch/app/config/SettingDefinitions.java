package org.axionwatch.app.config;

import static org.axionwatch.app.config.SettingGroup.CLUSTER;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
    public static final Setting<Integer> REPLICATION_FACTOR = new Setting<>(
            "replication-factor",
            CLUSTER,
            SettingKind.wholeNumber("copies", 1, 32),
            "1",
            "copies of each topic that is created");

    private static final List<Setting<?>> ALL = List.of(BOOTSTRAP, REGISTRY, DATA_FOLDER, REPLICATION_FACTOR);

    private SettingDefinitions() {}

    public static List<Setting<?>> all() {
        return ALL;
    }

    static Optional<Setting<?>> find(String name) {
        return ALL.stream().filter(setting -> setting.name().equals(name)).findFirst();
    }

    static void checkTogether(AxionSettings settings, List<String> mistakes) {
        if (settings.find(BOOTSTRAP).isPresent() != settings.find(REGISTRY).isPresent()) {
            mistakes.add("--bootstrap and --registry name the parts of one cluster: give both or neither");
        }
    }
}
