package org.axionwatch.topics.catalog;

import org.apache.avro.specific.SpecificRecord;

/**
 * A topic of the data flow, independent of the cluster or replay it lives in.
 *
 * @param name {@code <domain>.<thing>.v<major>}
 * @param key what the record key means
 * @param valueType record class of the value
 * @param cleanup what happens to old records
 */
public record Topic<T extends SpecificRecord>(String name, String key, Class<T> valueType, Cleanup cleanup) {
    public Topic {
        if (!name.matches("[a-z]+\\.[a-z-]+\\.v[0-9]+")) {
            throw new IllegalArgumentException("topic name must be <domain>.<thing>.v<major>: " + name);
        }
    }
}
