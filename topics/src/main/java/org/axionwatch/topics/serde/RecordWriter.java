package org.axionwatch.topics.serde;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.io.Encoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes the same bytes as Avro's own writer in a fraction of its time: records by the code that Avro generated for them, and
 * lists of doubles, with or without nulls, without looking up the type of each element.
 */
final class RecordWriter extends SpecificDatumWriter<SpecificRecord> {
    private static final SpecificData GENERATED_CODE = new SpecificData();

    static {
        GENERATED_CODE.setCustomCoders(true);
    }

    RecordWriter(Schema schema) {
        super(schema, GENERATED_CODE);
    }

    @Override
    protected void writeArray(Schema schema, Object datum, Encoder out) throws IOException {
        Schema element = schema.getElementType();
        if (element.getType() == Schema.Type.DOUBLE) {
            writeDoubles((Collection<?>) datum, out);
        } else if (isNullOrDouble(element)) {
            writeNullsAndDoubles((Collection<?>) datum, out);
        } else {
            super.writeArray(schema, datum, out);
        }
    }

    private static boolean isNullOrDouble(Schema element) {
        if (element.getType() != Schema.Type.UNION) {
            return false;
        }
        List<Schema> types = element.getTypes();
        return types.size() == 2
                && types.get(0).getType() == Schema.Type.NULL
                && types.get(1).getType() == Schema.Type.DOUBLE;
    }

    private static void writeDoubles(Collection<?> values, Encoder out) throws IOException {
        out.writeArrayStart();
        out.setItemCount(values.size());
        for (Object value : values) {
            out.startItem();
            out.writeDouble((Double) value);
        }
        out.writeArrayEnd();
    }

    private static void writeNullsAndDoubles(Collection<?> values, Encoder out) throws IOException {
        out.writeArrayStart();
        out.setItemCount(values.size());
        for (@Nullable Object value : values) {
            out.startItem();
            if (value == null) {
                out.writeIndex(0);
                out.writeNull();
            } else {
                out.writeIndex(1);
                out.writeDouble((Double) value);
            }
        }
        out.writeArrayEnd();
    }
}
