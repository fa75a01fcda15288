package org.axionwatch.topics.ingest;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

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

    /** Numbers of the JUMP blocks that hold TOAs. */
    SortedSet<Integer> jumpBlocks() {
        var blocks = new TreeSet<Integer>();
        for (TimToa toa : toas) {
            toa.flag(ParJumps.BLOCK_FLAG)
                    .filter(value -> value.matches("\\d{1,9}"))
                    .ifPresent(value -> blocks.add(Integer.valueOf(value)));
        }
        return blocks;
    }

    /** All TOA lines of the archive. */
    public int toaLines() {
        return toas.size()
                + skipped.values().stream().mapToInt(Integer::intValue).sum();
    }
}
