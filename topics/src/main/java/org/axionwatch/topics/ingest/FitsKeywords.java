package org.axionwatch.topics.ingest;

import java.util.Locale;
import nom.tam.fits.Header;
import nom.tam.fits.HeaderCard;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.jspecify.annotations.Nullable;

/** Keywords of one header, by name; a missing or malformed one is a named error. */
record FitsKeywords(Header header, String place) {
    String text(String key, String otherwise) {
        String value = header.getStringValue(key);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    boolean has(String key) {
        return header.containsKey(key);
    }

    /** First of several keywords that is present. */
    double number(String... keys) {
        for (String key : keys) {
            Double value = optional(key);
            if (value != null) {
                return value;
            }
        }
        throw new ArchiveFormatException(Reason.MISSING_KEYWORD, place, String.join(" or ", keys));
    }

    double numberOr(String key, double otherwise) {
        Double value = optional(key);
        return value == null ? otherwise : value;
    }

    private @Nullable Double optional(String key) {
        HeaderCard card = header.findCard(key);
        if (card == null || card.getValue() == null) {
            return null;
        }
        return Numbers.number(card.getValue().strip().toUpperCase(Locale.ROOT), key, place);
    }

    /** Zero of the times: MJDREF (or MJDREFI + MJDREFF) + TIMEZERO. */
    MjdInstant referenceEpoch() {
        double day = has("MJDREFI") ? number("MJDREFI") : Math.floor(number("MJDREF"));
        double fraction = has("MJDREFI") ? numberOr("MJDREFF", 0) : number("MJDREF") - day;
        double zero = numberOr("TIMEZERO", 0);
        String unit = text("TIMEUNIT", "s");
        if (!unit.equals("s")) {
            throw new ArchiveFormatException(Reason.MALFORMED_KEYWORD, place, "TIMEUNIT is " + unit + ", not s");
        }
        if (!(Math.abs(day) < 1e6)) {
            throw new ArchiveFormatException(Reason.MALFORMED_KEYWORD, place, "MJDREF is " + day);
        }
        return Numbers.instant((int) day, fraction + zero / Numbers.SECONDS_PER_DAY, "MJDREF", place);
    }
}
