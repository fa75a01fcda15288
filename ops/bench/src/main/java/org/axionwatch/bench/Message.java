package org.axionwatch.bench;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A serialised record: every contender is given the same bytes. */
record Message(String key, byte[] value, long timestampMillis) {
    ProducerRecord<byte[], byte[]> to(String topic) {
        return new ProducerRecord<>(topic, null, timestampMillis, key.getBytes(StandardCharsets.UTF_8), value);
    }
}
