package org.axionwatch.streams.step;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.axionwatch.streams.step.BadRecordException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the records of one topic inside the step, so that an undecodable one is counted by the step's ledger in the same
 * transaction that writes its dead letter.
 */
public final class RecordDecoder<T extends SpecificRecord> {

    private final Class<T> type;
    private final String topic;
    private final Deserializer<? extends SpecificRecord> deserializer;
    private final Function<T, String> keyOf;

    RecordDecoder(
            Class<T> type,
            String topic,
            Deserializer<? extends SpecificRecord> deserializer,
            Function<T, String> keyOf) {
        this.type = type;
        this.topic = topic;
        this.deserializer = deserializer;
        this.keyOf = keyOf;
    }

    /**
     * The value of a record, its key checked.
     *
     * @param found key of the record
     * @param headers its headers
     * @param bytes its value
     * @throws BadRecordException NO_VALUE, UNDECODABLE, WRONG_TYPE or KEY_MISMATCH; an outage is thrown on as it came
     */
    public T decode(@Nullable String found, Headers headers, byte @Nullable [] bytes) {
        T value = typed(headers, bytes);
        String key = keyOf.apply(value);
        if (!key.equals(found)) {
            throw new BadRecordException(Reason.KEY_MISMATCH, "key " + found + " on a value of " + key);
        }
        return value;
    }

    /** As {@link #decode}, null for a bad record that another step has answered for. */
    public @Nullable T decodeOrNull(@Nullable String found, Headers headers, byte @Nullable [] bytes) {
        try {
            return decode(found, headers, bytes);
        } catch (BadRecordException e) {
            return null;
        }
    }

    private T typed(Headers headers, byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new BadRecordException(Reason.NO_VALUE, "deletion on " + topic);
        }
        Object value = decoded(headers, bytes);
        if (!type.isInstance(value)) {
            throw new BadRecordException(
                    Reason.WRONG_TYPE,
                    (value == null ? "nothing" : value.getClass().getSimpleName()) + " instead of "
                            + type.getSimpleName());
        }
        return type.cast(value);
    }

    private @Nullable Object decoded(Headers headers, byte[] bytes) {
        try {
            return deserializer.deserialize(topic, headers, bytes);
        } catch (RuntimeException e) {
            if (Outage.isCauseOf(e)) {
                throw e;
            }
            throw new BadRecordException(Reason.UNDECODABLE, bytes.length + " bytes on " + topic, e);
        }
    }
}
