package org.axionwatch.app.cli;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axionwatch.app.config.AxionSettings;
import org.axionwatch.app.config.SettingDefinitions;
import org.axionwatch.app.config.SettingsException;
import org.axionwatch.app.config.SettingsSources;
import org.axionwatch.app.session.CommandFailure;
import org.jspecify.annotations.Nullable;

/** The log of this process: one file, the newest few of earlier processes are kept. */
final class LogFile {
    private static final String PROPERTY = "org.slf4j.simpleLogger.";
    private static final int KEPT = 9;
    private static @Nullable Path opened;

    private LogFile() {}

    /** How libraries log; to be called before any of their classes is loaded. */
    static void prepare() {
        System.setProperty(PROPERTY + "defaultLogLevel", "warn");
        System.setProperty(PROPERTY + "log.org.axionwatch", "info");
        System.setProperty(PROPERTY + "showDateTime", "true");
        System.setProperty(PROPERTY + "dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    }

    /**
     * Opens the log in {@code <data folder>/logs}, once per process. What is printed to {@link System#err}, by whatever
     * library, goes there from now on; this program's own messages have their own way to the terminal.
     */
    static synchronized Path openIn(Path dataFolder) {
        if (opened == null) {
            Path file = create(dataFolder.resolve("logs"));
            try {
                System.setErr(new PrintStream(new FileOutputStream(file.toFile()), true, StandardCharsets.UTF_8));
            } catch (FileNotFoundException e) {
                throw new CommandFailure("the log " + file + " cannot be written", e);
            }
            opened = file;
        }
        return opened;
    }

    /** Where no command has opened one: in the data folder as set, else as by default. */
    static Path openDefault() {
        AxionSettings settings;
        try {
            settings = AxionSettings.resolve(new SettingsSources(Map.of(), System.getenv(), null));
        } catch (SettingsException e) {
            settings = AxionSettings.resolve(new SettingsSources(Map.of(), Map.of(), null));
        }
        return openIn(settings.get(SettingDefinitions.DATA_FOLDER));
    }

    private static Path create(Path folder) {
        try {
            Files.createDirectories(folder);
            removeOld(folder);
            return Files.createTempFile(folder, "axionwatch-", ".log");
        } catch (IOException e) {
            throw new CommandFailure("the log cannot be written in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static void removeOld(Path folder) throws IOException {
        List<Path> newestFirst;
        try (Stream<Path> files = Files.list(folder)) {
            newestFirst = files.filter(
                            file -> String.valueOf(file.getFileName()).matches("axionwatch-\\d+\\.log"))
                    .sorted(Comparator.<Path>comparingLong(file -> file.toFile().lastModified())
                            .reversed())
                    .toList();
        }
        for (Path old : newestFirst.subList(Math.min(KEPT, newestFirst.size()), newestFirst.size())) {
            Files.deleteIfExists(old);
        }
    }
}
