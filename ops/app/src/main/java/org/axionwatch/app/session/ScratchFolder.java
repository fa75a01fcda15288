package org.axionwatch.app.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/** A folder for one run, removed at its end; those that a killed run left behind are removed by the next. */
public final class ScratchFolder implements AutoCloseable {
    private static final String LOCK = "scratch.lock";
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private final Path folder;
    private final FileChannel lock;

    private ScratchFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Makes the folder {@code scratch/<name>}.
     *
     * @param dataFolder the data folder of the settings
     * @throws CommandFailure where it cannot be written
     */
    public static ScratchFolder create(Path dataFolder, String name) {
        Path parent = dataFolder.resolve("scratch");
        try {
            Files.createDirectories(parent);
            removeAbandoned(parent);
            Path folder = Files.createDirectory(parent.resolve(name));
            FileChannel lock =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                throw new IOException(folder.resolve(LOCK) + " is held");
            }
            return new ScratchFolder(folder, lock);
        } catch (IOException e) {
            throw new CommandFailure("data folder " + dataFolder + " cannot be written: " + e, e);
        }
    }

    private static void removeAbandoned(Path parent) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent)) {
            for (Path folder : folders) {
                if (isAbandoned(folder)) {
                    Folders.delete(folder);
                }
            }
        }
    }

    private static boolean isAbandoned(Path folder) throws IOException {
        Path file = folder.resolve(LOCK);
        if (!Files.isRegularFile(file)
                || System.currentTimeMillis() - Files.getLastModifiedTime(file).toMillis() < YOUNG.toMillis()) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    public Path path() {
        return folder;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Folders.delete(folder);
    }
}
