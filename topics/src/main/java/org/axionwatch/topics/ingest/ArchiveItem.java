package org.axionwatch.topics.ingest;

import java.nio.file.Path;
import java.util.List;

/** The files that make one archive. */
public sealed interface ArchiveItem {
    /** Ephemeris and arrival times of a pulsar. */
    record Pulsar(Path par, Path tim) implements ArchiveItem {}

    /** Ephemeris, pulse template and folded profiles (PSRFITS fold mode) of a pulsar. */
    record Folded(Path par, Path template, List<Path> profiles) implements ArchiveItem {
        public Folded {
            profiles = List.copyOf(profiles);
        }
    }

    /** A residual table ({@code .csv} with its {@code .meta.json} beside it). */
    record Residuals(Path table) implements ArchiveItem {}

    /** An X-ray event list and the description of its source. */
    record Events(Path list, Path description) implements ArchiveItem {}
}
