package org.axionwatch.topics.ingest;

import org.apache.avro.specific.SpecificRecord;
import org.axionwatch.topics.catalog.Topic;

/**
 * A record ready to be published.
 *
 * @param topic where it goes
 * @param key record key
 * @param value the record
 * @param timestampMs record time [ms since 1970]
 */
public record ArchiveRecord(Topic<?> topic, String key, SpecificRecord value, long timestampMs) {
    public ArchiveRecord {
        if (!topic.valueType().isInstance(value)) {
            throw new IllegalArgumentException(topic.name() + " does not hold " + value.getClass());
        }
        if (timestampMs < 0) {
            throw new IllegalArgumentException("record time before 1970: " + timestampMs);
        }
    }
}
