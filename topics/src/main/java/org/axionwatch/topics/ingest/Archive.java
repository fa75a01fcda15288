package org.axionwatch.topics.ingest;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything one archive publishes, read whole.
 *
 * @param name what a person calls it: the file that holds the data
 * @param definitions ephemeris, source and response, which go first
 * @param data frames or batches in time order
 * @param account where its TOAs or events are
 */
public record Archive(String name, List<ArchiveRecord> definitions, List<ArchiveRecord> data, Account account) {
    public Archive {
        definitions = List.copyOf(definitions);
        data = List.copyOf(data);
    }

    /**
     * Where the lines of an archive are: {@code toaLines} of the file are in frames or skipped by name.
     *
     * @param toas TOAs in frames
     * @param skippedToas TOA lines left out, by reason
     * @param events events in batches
     */
    public record Account(long toas, SortedMap<String, Integer> skippedToas, long events) {
        public Account {
            skippedToas = Collections.unmodifiableSortedMap(new TreeMap<>(skippedToas));
        }

        /** TOA lines of the archive. */
        public long toaLines() {
            return toas
                    + skippedToas.values().stream()
                            .mapToLong(Integer::longValue)
                            .sum();
        }
    }
}
