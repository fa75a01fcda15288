package org.axionwatch.topics.replay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.axionwatch.topics.ingest.Archive;
import org.axionwatch.topics.ingest.ArchiveRecord;
import org.jspecify.annotations.Nullable;

/**
 * The order and pace in which frames and batches are published.
 *
 * @param shuffleSeed seed of a random order, null for time order
 * @param speed record time over wall time; infinite for as fast as possible
 */
public record PublishOrder(@Nullable Long shuffleSeed, double speed) {
    public PublishOrder {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("speed must be positive: " + speed);
        }
        if (shuffleSeed != null && Double.isFinite(speed)) {
            throw new IllegalArgumentException("a shuffled replay has no pace: leave the speed at max");
        }
    }

    /** Time order, as fast as possible. */
    public static PublishOrder asFastAsPossible() {
        return new PublishOrder(null, Double.POSITIVE_INFINITY);
    }

    List<ArchiveRecord> arrange(List<Archive> archives) {
        List<ArchiveRecord> records = new ArrayList<>();
        archives.forEach(archive -> records.addAll(archive.data()));
        records.sort(Comparator.comparingLong(ArchiveRecord::timestampMs));
        if (shuffleSeed != null) {
            Collections.shuffle(records, new Random(shuffleSeed));
        }
        return records;
    }
}
