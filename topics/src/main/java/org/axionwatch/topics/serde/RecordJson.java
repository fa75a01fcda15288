package org.axionwatch.topics.serde;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes an Avro record as plain JSON: no union wrappers, fields in schema order, map keys sorted, each number by the
 * shortest decimal that reads back as the same value, bytes in base64. Equal records give equal text on every Java
 * version.
 */
public final class RecordJson {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private RecordJson() {}

    /**
     * The record as one JSON object.
     *
     * @throws IllegalArgumentException if a number is NaN or infinite
     */
    public static String write(IndexedRecord value) {
        return text(json -> writeRecord(json, value));
    }

    /**
     * The line {@code {"key":…,"value":{…}}} of an output file, without line end.
     *
     * @throws IllegalArgumentException if a number is NaN or infinite
     */
    public static String line(@Nullable String key, @Nullable IndexedRecord value) {
        return text(json -> {
            json.writeStartObject();
            json.writeStringField("key", key);
            json.writeFieldName("value");
            writeValue(json, value);
            json.writeEndObject();
        });
    }

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    private static String text(Body body) {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            body.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writeRecord(JsonGenerator json, IndexedRecord value) throws IOException {
        json.writeStartObject();
        for (var field : value.getSchema().getFields()) {
            json.writeFieldName(field.name());
            writeValue(json, value.get(field.pos()));
        }
        json.writeEndObject();
    }

    private static void writeValue(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value instanceof IndexedRecord nested) {
            writeRecord(json, nested);
        } else if (value instanceof Iterable<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                writeValue(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            writeMap(json, map);
        } else {
            writeScalar(json, value);
        }
    }

    private static void writeMap(JsonGenerator json, Map<?, ?> map) throws IOException {
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        json.writeStartObject();
        for (var entry : sorted.entrySet()) {
            json.writeFieldName(entry.getKey());
            writeValue(json, entry.getValue());
        }
        json.writeEndObject();
    }

    private static void writeScalar(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Float number) {
            requireFinite(number);
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            requireFinite(number);
            json.writeNumber(number);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            json.writeBinary(copy);
        } else {
            json.writeString(value.toString());
        }
    }

    private static void requireFinite(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("JSON cannot hold " + number);
        }
    }
}
