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

    /** Whether a field is the mark of a fitted parameter: 1, or tempo2's 2 for a global fit. */
    boolean isFitted(int index) {
        return fields.size() > index
                && (fields.get(index).equals("1") || fields.get(index).equals("2"));
    }

    ArchiveFormatException malformed(String detail) {
        return new ArchiveFormatException(Reason.MALFORMED_PARAMETER, place, key() + ": " + detail);
    }
}
