package org.axionwatch.topics.replay;

import java.util.List;
import org.axionwatch.topics.ingest.Archive;

/**
 * What was published.
 *
 * @param records records of every topic
 * @param toas TOAs in frames
 * @param events events in batches
 */
public record PublishedCounts(long records, long toas, long events) {
    static PublishedCounts of(List<Archive> archives) {
        return new PublishedCounts(
                archives.stream()
                        .mapToLong(archive -> (long) archive.definitions().size()
                                + archive.data().size())
                        .sum(),
                archives.stream().mapToLong(archive -> archive.account().toas()).sum(),
                archives.stream()
                        .mapToLong(archive -> archive.account().events())
                        .sum());
    }
}
