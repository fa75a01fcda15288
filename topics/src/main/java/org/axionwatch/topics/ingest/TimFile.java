package org.axionwatch.topics.ingest;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The TOAs of a {@code .tim} archive with those it tells to leave out: {@code toaLines() = toas + skipped}.
 *
 * @param name file name without folder
 * @param toas TOAs in reading order
 * @param skipped TOA lines left out, by the reason's name
 */
public record TimFile(String name, List<TimToa> toas, SortedMap<String, Integer> skipped) {
    public TimFile {
        toas = List.copyOf(toas);
        skipped = Collections.unmodifiableSortedMap(new TreeMap<>(skipped));
    }

    /** The archive with the TOAs that {@link TimToa#unusable()} names among the skipped ones. */
    TimFile forFrames() {
        var left = new TreeMap<>(skipped);
        toas.forEach(toa -> toa.unusable().ifPresent(reason -> left.merge(reason, 1, Integer::sum)));
        return new TimFile(
                name, toas.stream().filter(toa -> toa.unusable().isEmpty()).toList(), left);
    }

    /** All TOA lines of the archive. */
    public int toaLines() {
        return toas.size()
                + skipped.values().stream().mapToInt(Integer::intValue).sum();
    }
}
