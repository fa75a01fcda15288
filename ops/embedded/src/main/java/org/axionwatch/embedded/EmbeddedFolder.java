package org.axionwatch.embedded;

import static org.axionwatch.embedded.EmbeddedException.Reason.FOLDER_UNUSABLE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The names of everything the embedded broker and registry keep on disk. */
record EmbeddedFolder(Path root) {
    static EmbeddedFolder create(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        if (root.toString().matches(".*[,;\\\\\"].*")) {
            throw new EmbeddedException(
                    FOLDER_UNUSABLE,
                    "Folder " + root + " cannot be used: the broker and the database behind the registry cannot take"
                            + " comma, semicolon, backslash or quote in a path");
        }
        var result = new EmbeddedFolder(root);
        try {
            Files.createDirectories(result.brokerData());
            Files.createDirectories(result.registryDatabase().getParent());
            Files.createDirectories(result.logs());
        } catch (IOException e) {
            throw new EmbeddedException(FOLDER_UNUSABLE, "Folder " + root + " cannot be created: " + e, e);
        }
        return result;
    }

    Path lockFile() {
        return root.resolve("embedded.lock");
    }

    Path portsFile() {
        return root.resolve("ports.properties");
    }

    Path brokerData() {
        return root.resolve("broker").resolve("data");
    }

    Path brokerSettings() {
        return root.resolve("broker").resolve("broker.properties");
    }

    /** The database file without H2's own suffix. */
    Path registryDatabase() {
        return root.resolve("registry").resolve("registry");
    }

    Path childLock(String child) {
        return root.resolve(child).resolve("process.lock");
    }

    Path childLog(String child) {
        return logs().resolve(child + ".log");
    }

    private Path logs() {
        return root.resolve("logs");
    }
}
