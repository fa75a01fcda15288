package org.axionwatch.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One cluster for all tests that only use it; its processes end with the test JVM. */
final class SharedCluster {
    private static final class Holder {
        static final Path FOLDER = temporaryFolder();
        static final EmbeddedCluster CLUSTER = EmbeddedCluster.start(FOLDER, ProgressListener.NONE);
    }

    private SharedCluster() {}

    static EmbeddedCluster get() {
        return Holder.CLUSTER;
    }

    static Path folder() {
        return Holder.FOLDER;
    }

    private static Path temporaryFolder() {
        try {
            Path target = Path.of(System.getProperty("axionwatch.root"), "ops", "embedded", "target");
            return Files.createTempDirectory(target, "shared cluster ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
