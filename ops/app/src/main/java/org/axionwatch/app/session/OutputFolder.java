package org.axionwatch.app.session;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Predicate;
import org.axionwatch.app.timing.TimingTable;

/**
 * A folder of results that appears complete or not at all: files are written beside it under another name and moved when
 * all are there.
 */
public final class OutputFolder implements AutoCloseable {
    private final Path target;
    private final Path work;
    private final Predicate<Path> stale;
    private final Thread whenStopped;

    private OutputFolder(Path target, Path work, Predicate<Path> stale) {
        this.target = target;
        this.work = work;
        this.stale = stale;
        this.whenStopped = new Thread(() -> Folders.delete(work), "remove-unfinished-output");
        Runtime.getRuntime().addShutdownHook(whenStopped);
    }

    /**
     * @param force whether files of the same name in a folder that holds other files too may be replaced; those of an
     *     earlier replay always are
     * @throws CommandFailure where the folder holds other files and is not forced, is no folder, or cannot be written
     */
    public static OutputFolder prepare(Path folder, boolean force) {
        Predicate<Path> accepted = force ? entry -> true : OutputFolder::isResult;
        return prepare(
                folder,
                accepted,
                entry -> false,
                "is not empty and holds no earlier replay; name another folder or give --force");
    }

    /**
     * @param isEarlier which files of the folder an earlier run wrote; those that this one does not write are removed
     * @throws CommandFailure where the folder holds other files, is no folder, or cannot be written
     */
    public static OutputFolder replacing(Path folder, Predicate<Path> isEarlier) {
        return prepare(
                folder, isEarlier, isEarlier, "holds files that this program did not write; name another folder");
    }

    private static OutputFolder prepare(Path folder, Predicate<Path> accepted, Predicate<Path> stale, String refusal) {
        Path target = folder.toAbsolutePath().normalize();
        try {
            if (Files.exists(target) && !Files.isDirectory(target)) {
                throw new CommandFailure("--out " + folder + ": is a file, not a folder");
            }
            if (Files.isDirectory(target) && holdsOtherFiles(target, accepted)) {
                throw new CommandFailure("--out " + folder + ": " + refusal);
            }
            Path parent = target.getParent();
            if (parent == null) {
                throw new CommandFailure("--out " + folder + ": cannot be a root folder");
            }
            Files.createDirectories(parent);
            return new OutputFolder(target, Files.createTempDirectory(parent, ".axionwatch-out-"), stale);
        } catch (IOException e) {
            throw new CommandFailure("--out " + folder + ": cannot be written: " + e, e);
        }
    }

    private static boolean holdsOtherFiles(Path folder, Predicate<Path> accepted) throws IOException {
        try (DirectoryStream<Path> others = Files.newDirectoryStream(folder, entry -> !accepted.test(entry))) {
            return others.iterator().hasNext();
        }
    }

    private static boolean isResult(Path entry) {
        String name = String.valueOf(entry.getFileName());
        return name.endsWith(".jsonl") || name.equals(Summary.FILE) || name.equals(TimingTable.FILE);
    }

    /** Where files are written until {@link #publish}. */
    public Path work() {
        return work;
    }

    /** Moves everything to its place. */
    public void publish() {
        try {
            Files.createDirectories(target);
            try (DirectoryStream<Path> files = Files.newDirectoryStream(target, stale::test)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(work)) {
                for (Path file : files) {
                    Files.move(
                            file,
                            target.resolve(String.valueOf(file.getFileName())),
                            StandardCopyOption.ATOMIC_MOVE,
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new CommandFailure("--out " + target + ": cannot be written: " + e, e);
        }
    }

    /** Removes what was not published; so does the end of the program, if that comes first. */
    @Override
    public void close() {
        Folders.delete(work);
        try {
            Runtime.getRuntime().removeShutdownHook(whenStopped);
        } catch (IllegalStateException stopping) {
            // The program ends: the same removal runs already.
        }
    }
}
