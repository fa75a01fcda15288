package org.axionwatch.app.session;

import java.nio.file.Path;
import java.util.List;
import org.axionwatch.app.config.AxionSettings;
import org.axionwatch.app.config.SettingDefinitions;
import org.axionwatch.app.progress.Progress;
import org.axionwatch.embedded.EmbeddedCluster;
import org.jspecify.annotations.Nullable;

/** The brokers and registry of a session: an existing cluster where the settings name one, else an embedded one. */
public final class Cluster implements AutoCloseable {
    private static final int START_STEPS = 4;

    private final ClusterAddress address;
    private final @Nullable EmbeddedCluster embedded;

    private Cluster(ClusterAddress address, @Nullable EmbeddedCluster embedded) {
        this.address = address;
        this.embedded = embedded;
    }

    /** @param folder of the embedded cluster, where it comes to that */
    public static Cluster open(AxionSettings settings, Path folder) {
        return settings.find(SettingDefinitions.BOOTSTRAP).isPresent()
                ? existing(ClusterAddress.of(settings))
                : embedded(folder, settings);
    }

    public static Cluster existing(ClusterAddress address) {
        return new Cluster(address, null);
    }

    private static Cluster embedded(Path folder, AxionSettings settings) {
        try (Progress progress = Progress.of("starting broker and registry", "steps", START_STEPS)) {
            int[] steps = {0};
            var embedded = EmbeddedCluster.start(folder, step -> progress.reached(++steps[0]));
            return new Cluster(
                    new ClusterAddress(embedded.bootstrapServers(), embedded.registryUrl(), settings.kafkaProperties()),
                    embedded);
        }
    }

    public ClusterAddress address() {
        return address;
    }

    public boolean isEmbedded() {
        return embedded != null;
    }

    /** What is wrong with an embedded cluster; an existing one is asked by whoever uses it. */
    public List<String> check() {
        return embedded == null ? List.of() : embedded.check();
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.stop();
        }
    }
}
