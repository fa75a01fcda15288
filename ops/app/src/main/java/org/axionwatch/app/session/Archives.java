package org.axionwatch.app.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.axionwatch.app.config.AxionSettings;
import org.axionwatch.app.config.SettingDefinitions;
import org.axionwatch.app.progress.Progress;
import org.axionwatch.topics.ingest.Archive;
import org.axionwatch.topics.ingest.ArchiveFormatException;
import org.axionwatch.topics.ingest.ArchiveItem;
import org.axionwatch.topics.ingest.ArchiveReader;
import org.axionwatch.topics.ingest.ArchiveScanner;
import org.jspecify.annotations.Nullable;

/** Files and folders of a user, read whole before anything of them is published. */
public final class Archives {
    private Archives() {}

    /**
     * @param description of the X-ray source, for every event list; null to look beside each
     * @throws CommandFailure with a line for each file that cannot be read
     */
    public static List<Archive> read(List<Path> paths, @Nullable Path description, AxionSettings settings) {
        try {
            return read(new ArchiveScanner(description).scan(paths), settings);
        } catch (ArchiveFormatException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }

    /** One archive that was found already. */
    public static List<Archive> read(ArchiveItem item, AxionSettings settings) {
        return read(List.of(item), settings);
    }

    private static List<Archive> read(List<ArchiveItem> items, AxionSettings settings) {
        var reader = new ArchiveReader(
                settings.get(SettingDefinitions.ALLOW_OUTSIDE_INCLUDE), settings.get(SettingDefinitions.BATCH_EVENTS));
        List<Archive> archives = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        try (Progress progress = Progress.of("reading", "archives", items.size())) {
            for (ArchiveItem item : items) {
                try {
                    archives.add(reader.read(item));
                } catch (ArchiveFormatException e) {
                    mistakes.add(String.valueOf(e.getMessage()));
                }
                progress.reached(archives.size() + mistakes.size());
            }
        }
        if (!mistakes.isEmpty()) {
            throw new CommandFailure(String.join("\n", mistakes));
        }
        return archives;
    }

    /** Records of all topics. */
    public static long records(List<Archive> archives) {
        return archives.stream()
                .mapToLong(archive ->
                        (long) archive.definitions().size() + archive.data().size())
                .sum();
    }
}
