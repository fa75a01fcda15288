package org.axionwatch.topics.ingest;

import java.util.List;
import java.util.Locale;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;

/** One parameter line of a {@code .par} file. */
record ParLine(List<String> fields, String text, String place) {
    String key() {
        return fields.get(0).toUpperCase(Locale.ROOT);
    }

    /** The value as written. */
    String value() {
        return field(1);
    }

    String field(int index) {
        if (fields.size() <= index) {
            throw new ArchiveFormatException(Reason.MALFORMED_PARAMETER, place, key() + " has no value");
        }
        return fields.get(index);
    }

    double number() {
        return Numbers.number(value(), key(), place);
    }

    ArchiveFormatException malformed(String detail) {
        return new ArchiveFormatException(Reason.MALFORMED_PARAMETER, place, key() + ": " + detail);
    }
}
