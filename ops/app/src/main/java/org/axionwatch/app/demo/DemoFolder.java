package org.axionwatch.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.utils.Utils;
import org.axionwatch.app.session.CommandFailure;

/**
 * The folder of one demo: its cluster and state, removed when it ends.
 *
 * @param path the folder
 */
record DemoFolder(Path path) implements AutoCloseable {
    private static final String PREFIX = "demo-";

    static DemoFolder create(Path dataFolder) {
        try {
            return new DemoFolder(Files.createTempDirectory(Files.createDirectories(dataFolder), PREFIX));
        } catch (IOException e) {
            throw new CommandFailure("data folder " + dataFolder + " cannot be written: " + e, e);
        }
    }

    /** Id of the demo's topics and application. */
    String id() {
        return String.valueOf(path.getFileName());
    }

    @Override
    public void close() {
        try {
            Utils.delete(path.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
