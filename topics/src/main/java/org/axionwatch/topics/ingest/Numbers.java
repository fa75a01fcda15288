package org.axionwatch.topics.ingest;

import java.util.Locale;
import java.util.regex.Pattern;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;

/** Numbers of text archives: decimal, with Fortran's D as exponent letter too; anything else is a named error. */
final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eEdD][+-]?\\d+)?");
    private static final Pattern MJD = Pattern.compile("\\d{1,6}(\\.\\d*)?");
    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?(nan|inf|infinity)");
    static final double SECONDS_PER_DAY = 86_400.0;
    private static final int UNIX_EPOCH_MJD = 40_587;
    private static final int LAST_MJD = 200_000;

    private Numbers() {}

    static boolean isNumber(String token) {
        return NUMBER.matcher(token).matches();
    }

    /** Canonical text of a number, with E as exponent letter. */
    static String decimal(String token, String what, String place) {
        if (NUMBER.matcher(token).matches()) {
            return token.replace('d', 'e').replace('D', 'e');
        }
        boolean notFinite = NOT_FINITE.matcher(token.toLowerCase(Locale.ROOT)).matches();
        throw new ArchiveFormatException(
                notFinite ? Reason.NOT_FINITE : Reason.MALFORMED_NUMBER, place, what + " is " + token);
    }

    static double number(String token, String what, String place) {
        double value = Double.parseDouble(decimal(token, what, place));
        if (!Double.isFinite(value)) {
            throw new ArchiveFormatException(Reason.NOT_FINITE, place, what + " is " + token);
        }
        return value;
    }

    static double positive(String token, String what, String place) {
        double value = number(token, what, place);
        if (!(value > 0)) {
            throw new ArchiveFormatException(Reason.NOT_POSITIVE, place, what + " is " + token);
        }
        return value;
    }

    /** Day and fraction from the digits themselves: the fraction keeps 1e-16 d (10 ps). */
    static MjdInstant mjd(String token, String what, String place) {
        if (!MJD.matcher(token).matches()) {
            decimal(token, what, place);
            throw new ArchiveFormatException(Reason.OUT_OF_RANGE, place, what + " is " + token);
        }
        int point = token.indexOf('.');
        int day = Integer.parseInt(point < 0 ? token : token.substring(0, point));
        double fraction = point < 0 ? 0.0 : Double.parseDouble("0" + token.substring(point) + "0");
        return instant(day, fraction, what + " " + token, place);
    }

    /** The instant later by an offset [s]. */
    static MjdInstant plusSeconds(MjdInstant time, double offsetSeconds, String place) {
        if (offsetSeconds == 0) {
            return time;
        }
        return instant(time.getDay(), time.getFraction() + offsetSeconds / SECONDS_PER_DAY, "time", place);
    }

    /** Seconds from one instant to another of the same scale, leap seconds not counted. */
    static double secondsBetween(MjdInstant from, MjdInstant to) {
        return ((to.getDay() - from.getDay()) + (to.getFraction() - from.getFraction())) * SECONDS_PER_DAY;
    }

    /** A date between 1970 and MJD 200000, its fraction brought into [0, 1). */
    static MjdInstant instant(int day, double fraction, String what, String place) {
        double whole = Math.floor(fraction);
        double rest = fraction - whole;
        if (rest >= 1.0) {
            whole += 1.0;
            rest = 0.0;
        }
        double normalisedDay = day + whole;
        if (!(normalisedDay >= UNIX_EPOCH_MJD && normalisedDay <= LAST_MJD)) {
            throw new ArchiveFormatException(
                    Reason.OUT_OF_RANGE, place, what + " lies outside MJD " + UNIX_EPOCH_MJD + " to " + LAST_MJD);
        }
        return new MjdInstant((int) normalisedDay, rest);
    }

    /** Record timestamp of an instant [ms since 1970]. */
    static long epochMillis(MjdInstant time) {
        return (time.getDay() - UNIX_EPOCH_MJD) * 86_400_000L
                + (long) Math.floor(time.getFraction() * SECONDS_PER_DAY * 1e3);
    }
}
