package org.axionwatch.topics.ingest;

import java.util.List;
import java.util.Optional;
import org.axionwatch.records.time.MjdInstant;
import org.jspecify.annotations.Nullable;

/**
 * One TOA of a {@code .tim} file, commands applied.
 *
 * @param index 0-based among all TOA lines of the archive in reading order, skipped ones counted
 * @param name first column: the file of the observation; empty in Princeton lines
 * @param site observatory code as written
 * @param datum what was measured
 * @param flags flags in file order; a flag may repeat or have an empty value
 */
public record TimToa(int index, String name, String site, Datum datum, List<Flag> flags) {
    public TimToa {
        flags = List.copyOf(flags);
    }

    /**
     * What was measured.
     *
     * @param time arrival time in the scale of the site, TIME offsets added [d]
     * @param frequencyMHz radio frequency, infinite where the archive says so [MHz]
     * @param uncertaintySeconds one standard deviation, EFAC and EQUAD commands applied, zero where the archive gives none [s]
     * @param dispersionMeasure wideband measurement, null for a narrowband TOA
     */
    public record Datum(
            MjdInstant time, double frequencyMHz, double uncertaintySeconds, @Nullable WidebandDm dispersionMeasure) {}

    /** Dispersion measure of a wideband TOA ({@code -pp_dm}, {@code -pp_dme}) [pc cm^-3]. */
    public record WidebandDm(double pcPerCm3, double uncertaintyPcPerCm3) {}

    /** A flag without its hyphen; text that follows no flag has an empty name. */
    public record Flag(String name, String value) {}

    /** Why no residual curve can use the TOA: it has no frequency or no weight; empty where one can. */
    Optional<String> unusable() {
        if (datum.frequencyMHz == Double.POSITIVE_INFINITY) {
            return Optional.of("infinite-frequency");
        }
        return datum.uncertaintySeconds > 0 ? Optional.empty() : Optional.of("zero-uncertainty");
    }

    /** First value of a flag. */
    public Optional<String> flag(String flagName) {
        return flags.stream()
                .filter(flag -> flag.name().equals(flagName))
                .map(Flag::value)
                .findFirst();
    }
}
