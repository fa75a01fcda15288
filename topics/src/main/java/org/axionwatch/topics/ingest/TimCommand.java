package org.axionwatch.topics.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;

/**
 * A command line of a {@code .tim} file.
 *
 * @param kind which command
 * @param number its argument where it takes a number, else 0
 * @param text its argument as written, empty where it has none
 */
record TimCommand(Kind kind, double number, String text) {
    enum Kind {
        FORMAT,
        INCLUDE,
        END,
        SKIP,
        NOSKIP,
        TIME,
        EFAC,
        EQUAD,
        EMIN,
        EMAX,
        FMIN,
        FMAX,
        PHASE,
        JUMP,
        INFO,
        MODE
    }

    private static final Set<Kind> BARE = Set.of(Kind.END, Kind.SKIP, Kind.NOSKIP, Kind.JUMP, Kind.MODE);
    private static final Set<Kind> TEXTUAL = Set.of(Kind.INCLUDE, Kind.INFO);
    private static final Set<Kind> NOT_NEGATIVE = Set.of(Kind.EQUAD, Kind.EMIN, Kind.EMAX, Kind.FMIN, Kind.FMAX);

    /** Commands of tempo, tempo2 and PINT that change TOAs in ways this reader does not apply. */
    private static final Set<String> UNSUPPORTED = Set.of(
            "TRACK",
            "ZAWGT",
            "PHA1",
            "PHA2",
            "DITHER",
            "SIGMA",
            "SIM",
            "GLOBAL_EFAC",
            "GLOBAL_EQUAD",
            "ADD",
            "TIMEOFF");

    static boolean isCommand(List<String> fields) {
        String word = fields.get(0).toUpperCase(Locale.ROOT);
        return UNSUPPORTED.contains(word)
                || List.of(Kind.values()).stream().anyMatch(kind -> kind.name().equals(word));
    }

    static TimCommand parse(List<String> fields, String place) {
        String word = fields.get(0).toUpperCase(Locale.ROOT);
        if (UNSUPPORTED.contains(word)) {
            throw new ArchiveFormatException(Reason.UNSUPPORTED_COMMAND, place, word);
        }
        Kind kind = Kind.valueOf(word);
        String argument = fields.size() > 1 ? fields.get(1) : "";
        if (BARE.contains(kind)) {
            return new TimCommand(kind, 0, argument);
        }
        if (argument.isEmpty()) {
            throw new ArchiveFormatException(Reason.TOO_FEW_FIELDS, place, word + " needs an argument");
        }
        if (TEXTUAL.contains(kind)) {
            return new TimCommand(kind, 0, argument);
        }
        return new TimCommand(kind, number(kind, argument, place), argument);
    }

    private static double number(Kind kind, String argument, String place) {
        double number = Numbers.number(argument, kind.name(), place);
        if (kind == Kind.FORMAT && number != 1) {
            throw new ArchiveFormatException(Reason.NOT_FORMAT_1, place, "FORMAT " + argument);
        }
        if (kind == Kind.EFAC && !(number > 0) || NOT_NEGATIVE.contains(kind) && !(number >= 0)) {
            throw new ArchiveFormatException(Reason.NOT_POSITIVE, place, kind + " " + argument);
        }
        return number;
    }
}
