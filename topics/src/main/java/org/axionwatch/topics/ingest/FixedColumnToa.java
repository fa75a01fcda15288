package org.axionwatch.topics.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.axionwatch.topics.ingest.TimToa.Flag;

/**
 * TOA lines of fixed columns, as the TEMPO manual lays them out (columns counted from 1, uncertainty in us):
 *
 * <table>
 * <caption>Columns</caption>
 * <tr><th>dialect</th><th>told by</th><th>text</th><th>MHz</th><th>MJD</th><th>uncertainty</th><th>further</th><th>site</th></tr>
 * <tr><td>Princeton</td><td>column 2 blank, point in column 30 or 31</td><td>2-15</td><td>16-24</td><td>25-44</td>
 *     <td>45-53</td><td>69-78 DM correction</td><td>1</td></tr>
 * <tr><td>Parkes</td><td>column 1 blank, point in column 42</td><td>2-25</td><td>26-34</td><td>35-55</td>
 *     <td>64-71</td><td>56-63 phase offset in turns, added to the TOA</td><td>80</td></tr>
 * <tr><td>ITOA</td><td>columns 1 and 2 not blank, point in column 15</td><td>1-9</td><td>35-45</td><td>10-28</td>
 *     <td>29-34</td><td>46-55 DM correction</td><td>58-59</td></tr>
 * </table>
 *
 * <p>Frequency and date of a Princeton line may touch, and its dates below 40000 count from MJD 39126, as TEMPO has it. A
 * Princeton line's text numbers the scan, so it becomes the flag {@code id} and not the name of an observation. A DM
 * correction that is not zero becomes the flag {@code ddm}; as in PINT it changes no delay.
 */
final class FixedColumnToa {
    private static final Pattern TWO_CHARACTERS = Pattern.compile("\\S\\S.*");
    private static final Pattern SITE_AND_BLANK = Pattern.compile("[0-9A-Za-z@] .*");
    private static final int OLD_DATES_BELOW_DAY = 40_000;
    private static final int OLD_DATES_FROM_DAY = 39_126;

    private final String line;
    private final String place;

    private FixedColumnToa(String line, String place) {
        this.line = line;
        this.place = place;
    }

    /** A Princeton line, or empty where this is none. */
    static Optional<TimLine> princeton(String line, String place) {
        boolean isPrinceton = SITE_AND_BLANK.matcher(line).matches() && (hasPoint(line, 30) || hasPoint(line, 31));
        return isPrinceton ? Optional.of(new FixedColumnToa(line, place).princeton()) : Optional.empty();
    }

    /** A Parkes or ITOA line, or empty where this is neither. */
    static Optional<TimLine> parkesOrItoa(String line, String place) {
        if (line.startsWith(" ") && hasPoint(line, 42)) {
            return Optional.of(new FixedColumnToa(line, place).parkes());
        }
        boolean isItoa = TWO_CHARACTERS.matcher(line).matches() && hasPoint(line, 15);
        return isItoa ? Optional.of(new FixedColumnToa(line, place).itoa()) : Optional.empty();
    }

    private static boolean hasPoint(String line, int column) {
        return line.length() >= column && line.charAt(column - 1) == '.';
    }

    private TimLine princeton() {
        String date = fullDate(required("MJD", 25, 44));
        String identification = columns(2, 15);
        List<Flag> flags = new ArrayList<>();
        if (!identification.isEmpty()) {
            flags.add(new Flag("id", identification));
        }
        addDispersionCorrection(flags, 69, 78);
        return line("", new Quantities(columns(16, 24), date, columns(45, 53)), columns(1, 1), flags, 0);
    }

    private TimLine parkes() {
        String phase = columns(56, 63);
        double turns = phase.isEmpty() ? 0 : Numbers.number(phase, "phase offset", place);
        var quantities = new Quantities(columns(26, 34), required("MJD", 35, 55), columns(64, 71));
        return line(columns(2, 25), quantities, required("site", 80, 80), List.of(), turns);
    }

    private TimLine itoa() {
        List<Flag> flags = new ArrayList<>();
        addDispersionCorrection(flags, 46, 55);
        var quantities = new Quantities(columns(35, 45), required("MJD", 10, 28), columns(29, 34));
        return line(columns(1, 9), quantities, required("site", 58, 59), flags, 0);
    }

    private record Quantities(String frequency, String date, String uncertainty) {}

    private TimLine line(String name, Quantities quantities, String site, List<Flag> flags, double phaseTurns) {
        return new TimLine(
                name,
                TimLine.frequencyMHz(quantities.frequency, place),
                Numbers.mjd(quantities.date, "MJD", place),
                TimLine.uncertainty(quantities.uncertainty, place),
                new TimLine.Tail(site, flags, null, phaseTurns));
    }

    private static String fullDate(String date) {
        int point = date.indexOf('.');
        String day = date.substring(0, Math.max(point, 0));
        if (day.matches("\\d{1,5}") && Integer.parseInt(day) < OLD_DATES_BELOW_DAY) {
            return Integer.parseInt(day) + OLD_DATES_FROM_DAY + date.substring(point);
        }
        return date;
    }

    private void addDispersionCorrection(List<Flag> flags, int from, int to) {
        String text = columns(from, to);
        boolean isWholeColumn = line.length() >= from && line.charAt(from - 2) == ' ';
        if (isWholeColumn && Numbers.isNumber(text) && Numbers.number(text, "DM correction", place) != 0) {
            flags.add(new Flag("ddm", text));
        }
    }

    private String required(String what, int from, int to) {
        String text = columns(from, to);
        if (text.isEmpty()) {
            throw new ArchiveFormatException(
                    Reason.TOO_FEW_FIELDS,
                    place,
                    String.format(Locale.ROOT, "no %s in columns %d to %d", what, from, to));
        }
        return text;
    }

    private String columns(int from, int to) {
        return line.length() < from
                ? ""
                : line.substring(from - 1, Math.min(to, line.length())).strip();
    }
}
