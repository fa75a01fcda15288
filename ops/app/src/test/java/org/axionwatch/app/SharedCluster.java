package org.axionwatch.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.axionwatch.embedded.EmbeddedCluster;
import org.axionwatch.embedded.ProgressListener;

/** One broker and registry for all integration tests of the module; they end with the test JVM. */
public final class SharedCluster {
    private static final Path FOLDER = temporaryFolder();
    private static EmbeddedCluster cluster = EmbeddedCluster.start(FOLDER.resolve("cluster"), ProgressListener.NONE);

    private SharedCluster() {}

    public static synchronized EmbeddedCluster get() {
        return cluster;
    }

    /** A new one on the same folder and ports, after the registry or broker was killed. */
    public static synchronized void restart() {
        cluster.stop();
        cluster = EmbeddedCluster.start(FOLDER.resolve("cluster"), ProgressListener.NONE);
    }

    /** For the state and logs of what runs against the cluster. */
    public static Path dataFolder() {
        return FOLDER.resolve("data");
    }

    private static Path temporaryFolder() {
        try {
            Path target = Path.of(System.getProperty("axionwatch.root"), "ops", "app", "target");
            return Files.createTempDirectory(target, "cluster-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
