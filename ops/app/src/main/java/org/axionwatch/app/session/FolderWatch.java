package org.axionwatch.app.session;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.axionwatch.topics.ingest.ArchiveFormatException;
import org.axionwatch.topics.ingest.ArchiveItem;
import org.axionwatch.topics.ingest.ArchiveScanner;
import org.jspecify.annotations.Nullable;

/**
 * Follows a folder: hands over each archive once its files are complete, that is unchanged between two looks, and again
 * when they change. Files that are there at the start are handed over too.
 */
public final class FolderWatch {
    private static final long LOOK_EVERY_MILLIS = 1000;

    private final Path folder;
    private final ArchiveScanner scanner;
    private final Map<ArchiveItem, List<Stamp>> seen = new HashMap<>();
    private final Map<ArchiveItem, List<Stamp>> done = new HashMap<>();
    private String lastMistake = "";

    private record Stamp(long bytes, FileTime modified) {}

    /** @param description of the X-ray source, for every event list; null to look beside each */
    public FolderWatch(Path folder, @Nullable Path description) {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure("--watch " + folder + ": is no folder");
        }
        this.folder = folder;
        this.scanner = new ArchiveScanner(description);
    }

    /**
     * Returns when the thread is interrupted.
     *
     * @param archives told what is complete
     * @param mistakes told, once, what is wrong with the folder
     */
    public void follow(Consumer<ArchiveItem> archives, Consumer<String> mistakes) {
        try (WatchService service = folder.getFileSystem().newWatchService()) {
            folder.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            while (!Thread.currentThread().isInterrupted()) {
                complete(mistakes).forEach(archives);
                WatchKey key = service.poll(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                if (key != null) {
                    key.pollEvents();
                    key.reset();
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new CommandFailure("--watch " + folder + ": cannot be followed: " + e, e);
        }
    }

    List<ArchiveItem> complete(Consumer<String> mistakes) throws IOException {
        List<ArchiveItem> complete = new ArrayList<>();
        for (ArchiveItem item : scan(mistakes)) {
            List<Stamp> now = stamps(item);
            if (now.equals(seen.put(item, now)) && !now.equals(done.put(item, now))) {
                complete.add(item);
            }
        }
        return complete;
    }

    private List<ArchiveItem> scan(Consumer<String> mistakes) {
        try {
            List<ArchiveItem> items = scanner.scan(List.of(folder));
            lastMistake = "";
            return items;
        } catch (ArchiveFormatException e) {
            String mistake = String.valueOf(e.getMessage());
            if (e.reason() != ArchiveFormatException.Reason.NOTHING_FOUND && !mistake.equals(lastMistake)) {
                mistakes.accept(mistake);
            }
            lastMistake = mistake;
            return List.of();
        }
    }

    private static List<Stamp> stamps(ArchiveItem item) throws IOException {
        List<Stamp> stamps = new ArrayList<>();
        for (Path file : files(item)) {
            stamps.add(new Stamp(Files.size(file), Files.getLastModifiedTime(file)));
        }
        return stamps;
    }

    private static List<Path> files(ArchiveItem item) {
        if (item instanceof ArchiveItem.Pulsar pulsar) {
            return List.of(pulsar.par(), pulsar.tim());
        }
        if (item instanceof ArchiveItem.Folded folded) {
            return Stream.concat(Stream.of(folded.par(), folded.template()), folded.profiles().stream())
                    .toList();
        }
        if (item instanceof ArchiveItem.Residuals residuals) {
            return List.of(residuals.table());
        }
        var events = (ArchiveItem.Events) item;
        return List.of(events.list(), events.description());
    }
}
