package org.axionwatch.app.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.axionwatch.app.config.AxionSettings;
import org.axionwatch.app.config.SettingsSources;
import org.axionwatch.topics.ingest.Archive;

/** A small archive of a barycentred pulsar, 20 frames of 16 channels with 1 us of white noise, written as files and read. */
public final class Observations {
    public static final int FRAMES = 20;
    private static final int CHANNELS = 16;
    private static final double PERIOD_SECONDS = 0.004;
    private static final long SEED = 20050101;

    private Observations() {}

    static List<Archive> read(Path folder, AxionSettings settings) throws IOException {
        return Archives.read(List.of(write(folder)), null, settings);
    }

    /** The {@code .par} and the {@code .tim}. */
    public static Path[] write(Path folder) throws IOException {
        Path par = Files.writeString(
                folder.resolve("sim.par"),
                """
                PSR SIM-J0001+0001
                RAJ 00:01:00.0
                DECJ 00:01:00.0
                F0 250.0
                PEPOCH 55000
                DM 0
                UNITS TDB
                """);
        var random = new Random(SEED);
        var tim = new StringBuilder("FORMAT 1\n");
        for (int frame = 0; frame < FRAMES; frame++) {
            for (int channel = 0; channel < CHANNELS; channel++) {
                long pulses = Math.round(frame * 10 * 86400 / PERIOD_SECONDS);
                double seconds = pulses * PERIOD_SECONDS - frame * 10 * 86400.0 + 1e-6 * random.nextGaussian();
                tim.append(String.format(
                        Locale.ROOT,
                        "obs%02d %.3f %d.%015d 1.0 @%n",
                        frame,
                        1200 + 20.0 * channel,
                        55000 + 10 * frame,
                        Math.round((seconds + 43200) / 86400 * 1e15)));
            }
        }
        Path file = Files.writeString(folder.resolve("sim.tim"), tim);
        return new Path[] {par, file};
    }

    static AxionSettings settings(String bootstrapServers, String registryUrl, Path dataFolder) {
        return AxionSettings.resolve(new SettingsSources(
                Map.of("bootstrap", bootstrapServers, "registry", registryUrl, "data-folder", dataFolder.toString()),
                Map.of(),
                null));
    }
}
