package org.axionwatch.topics.serde;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes records in the Confluent wire format. Confluent's serializer writes the first record of each class on a topic, and
 * so registers or looks up its schema; the schema's id is fixed from then on, and {@link RecordWriter} writes the rest.
 */
final class AvroSerializer<T extends SpecificRecord> implements Serializer<T> {
    /** A zero byte and the id of the schema. */
    private static final int PREFIX_BYTES = 5;

    private static final int EXPECTED_BYTES = 1024;

    private final KafkaAvroSerializer confluent;
    private final Map<Subject, Format> formats = new ConcurrentHashMap<>();

    AvroSerializer(KafkaAvroSerializer confluent) {
        this.confluent = confluent;
    }

    private record Subject(String topic, Class<?> type) {}

    /**
     * @param prefix first bytes of every record
     * @param writer what writes the others
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Format(byte[] prefix, RecordWriter writer) {}

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        if (value == null) {
            return null;
        }
        var subject = new Subject(topic, value.getClass());
        Format format = formats.get(subject);
        if (format != null) {
            return written(value, format, topic);
        }
        byte[] first = confluent.serialize(topic, value);
        formats.put(subject, new Format(Arrays.copyOf(first, PREFIX_BYTES), new RecordWriter(value.getSchema())));
        return first;
    }

    private static byte[] written(SpecificRecord value, Format format, String topic) {
        var bytes = new ByteArrayOutputStream(EXPECTED_BYTES);
        bytes.writeBytes(format.prefix());
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            format.writer().write(value, encoder);
            encoder.flush();
        } catch (IOException | RuntimeException e) {
            throw new SerializationException("cannot write " + value.getClass().getSimpleName() + " to " + topic, e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        confluent.close();
    }
}
