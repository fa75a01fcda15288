package org.axionwatch.topics.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.axionwatch.topics.ingest.TimToa.Flag;
import org.axionwatch.topics.ingest.TimToa.WidebandDm;
import org.jspecify.annotations.Nullable;

/**
 * One TOA line as written, before commands are applied.
 *
 * @param frequencyMHz radio frequency, infinite where the line says so [MHz]
 * @param uncertaintyMicroseconds one standard deviation, zero where none is given [us]
 */
record TimLine(String name, double frequencyMHz, MjdInstant time, double uncertaintyMicroseconds, Tail tail) {
    static final String BARYCENTRE_CODE = "@";

    /** Columns before the flags. */
    static final int FIELDS = 5;

    /** tempo2's spelling of an infinite frequency starts here [MHz]. */
    private static final double INFINITE_FREQUENCY_MHZ = 999_999.0;

    private static final Set<String> BARYCENTRE = Set.of("@", "bat", "bary", "barycenter", "barycentre", "ssb");

    /** @param phaseTurns offset that the line itself adds to its TOA [turns] */
    record Tail(String site, List<Flag> flags, @Nullable WidebandDm dispersionMeasure, double phaseTurns) {}

    /** A FORMAT 1 line. */
    static TimLine parse(List<String> fields, String place) {
        if (fields.size() < FIELDS) {
            throw new ArchiveFormatException(
                    Reason.TOO_FEW_FIELDS, place, fields.size() + " of name, frequency, MJD, uncertainty, site");
        }
        double frequency = frequencyMHz(fields.get(1), place);
        MjdInstant time = Numbers.mjd(fields.get(2), "MJD", place);
        double uncertainty = uncertainty(fields.get(3), place);
        List<Flag> flags = flags(fields.subList(FIELDS, fields.size()));
        var tail = new Tail(fields.get(4), flags, wideband(flags, place), 0);
        return new TimLine(fields.get(0), frequency, time, uncertainty, tail);
    }

    static boolean isBarycentre(String site) {
        return BARYCENTRE.contains(site.toLowerCase(Locale.ROOT));
    }

    /** The site as written, or {@link #BARYCENTRE_CODE} for any name of the barycentre. */
    static String canonicalSite(String site) {
        return isBarycentre(site) ? BARYCENTRE_CODE : site;
    }

    /** Frequency of a line [MHz]; zero and 999999 or more are infinite, as TEMPO has it. */
    static double frequencyMHz(String token, String place) {
        double frequency = Numbers.number(token, "frequency", place);
        if (frequency == 0 || frequency >= INFINITE_FREQUENCY_MHZ) {
            return Double.POSITIVE_INFINITY;
        }
        return Numbers.positive(token, "frequency", place);
    }

    /** Uncertainty of a line [us], zero where none is known. */
    static double uncertainty(String token, String place) {
        double uncertainty = Numbers.number(token, "uncertainty", place);
        if (!(uncertainty >= 0)) {
            throw new ArchiveFormatException(Reason.NOT_POSITIVE, place, "uncertainty is " + token);
        }
        return uncertainty;
    }

    private static List<Flag> flags(List<String> tokens) {
        List<Flag> flags = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (!isFlag(token)) {
                flags.add(new Flag("", token));
            } else if (i + 1 < tokens.size() && !isFlag(tokens.get(i + 1))) {
                flags.add(new Flag(token.substring(1), tokens.get(++i)));
            } else {
                flags.add(new Flag(token.substring(1), ""));
            }
        }
        return flags;
    }

    private static boolean isFlag(String token) {
        return token.length() > 1 && token.charAt(0) == '-' && !Numbers.isNumber(token);
    }

    private static @Nullable WidebandDm wideband(List<Flag> flags, String place) {
        String value = first(flags, "pp_dm");
        String error = first(flags, "pp_dme");
        if (value == null && error == null) {
            return null;
        }
        if (value == null || error == null) {
            throw new ArchiveFormatException(Reason.TOO_FEW_FIELDS, place, "-pp_dm and -pp_dme must come together");
        }
        return new WidebandDm(Numbers.number(value, "-pp_dm", place), Numbers.positive(error, "-pp_dme", place));
    }

    private static @Nullable String first(List<Flag> flags, String name) {
        for (Flag flag : flags) {
            if (flag.name().equals(name)) {
                return flag.value();
            }
        }
        return null;
    }
}
