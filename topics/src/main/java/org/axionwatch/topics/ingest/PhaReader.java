package org.axionwatch.topics.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nom.tam.fits.FitsException;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.axionwatch.topics.ingest.PhaSpectrum.Channels;
import org.axionwatch.topics.ingest.PhaSpectrum.Links;
import org.jspecify.annotations.Nullable;

/**
 * Reads OGIP spectra of type I: extension SPECTRUM with CHANNEL and COUNTS or RATE; EXPOSURE as keyword; AREASCAL,
 * BACKSCAL, QUALITY and GROUPING as keyword or column. The range of channels is TLMINn to TLMAXn of CHANNEL, else 1 to
 * DETCHANS. A channel outside it, or given twice, is an error.
 */
public final class PhaReader {
    private static final int MAX_CHANNELS = 1 << 20;

    /** @throws ArchiveFormatException with file, extension and reason where the spectrum cannot be read whole */
    public PhaSpectrum read(Path path) {
        return FitsFile.read(path, PhaReader::spectrum);
    }

    private static PhaSpectrum spectrum(FitsFile file) throws FitsException {
        FitsTable table = file.table("SPECTRUM", "SPECTRUM");
        FitsKeywords keywords = table.keywords();
        double exposure = keywords.number("EXPOSURE");
        if (!(exposure > 0)) {
            throw new ArchiveFormatException(Reason.NOT_POSITIVE, table.place(), "EXPOSURE is " + exposure);
        }
        int[] range = range(table);
        int[] rows = rows(table, range[0], range[1]);
        var channels = new Channels(
                counts(table, rows, exposure),
                positive(table, "AREASCAL", rows),
                positive(table, "BACKSCAL", rows),
                flags(table, "QUALITY", rows),
                flags(table, "GROUPING", rows));
        return new PhaSpectrum(file.name(), exposure, range[0], channels, links(table));
    }

    /** First and last channel. */
    private static int[] range(FitsTable table) {
        FitsKeywords keywords = table.keywords();
        int column = table.columnNumber("CHANNEL");
        double first = keywords.numberOr("TLMIN" + column, 1);
        double last = keywords.has("TLMAX" + column)
                ? keywords.number("TLMAX" + column)
                : first + keywords.number("DETCHANS") - 1;
        if (!(first >= 0 && last >= first && last - first < MAX_CHANNELS)) {
            throw new ArchiveFormatException(
                    Reason.MALFORMED_KEYWORD, table.place(), "channels from TLMIN " + first + " to TLMAX " + last);
        }
        return new int[] {(int) first, (int) last};
    }

    /** Row of each channel, -1 where the table leaves it out. */
    private static int[] rows(FitsTable table, int first, int last) throws FitsException {
        int[] rows = new int[last - first + 1];
        Arrays.fill(rows, -1);
        int[] channels = table.integers("CHANNEL");
        for (int row = 0; row < channels.length; row++) {
            String place = table.place();
            if (channels[row] < first || channels[row] > last) {
                throw new ArchiveFormatException(
                        Reason.CHANNEL_OUT_OF_RANGE,
                        place,
                        "CHANNEL of row " + (row + 1) + " is " + channels[row] + ", TLMIN " + first + ", TLMAX "
                                + last);
            }
            if (rows[channels[row] - first] >= 0) {
                throw new ArchiveFormatException(
                        Reason.MALFORMED_COLUMN, place, "CHANNEL " + channels[row] + " is given twice");
            }
            rows[channels[row] - first] = row;
        }
        return rows;
    }

    private static double[] counts(FitsTable table, int[] rows, double exposure) throws FitsException {
        boolean rate = !table.hasColumn("COUNTS") && table.hasColumn("RATE");
        String name = rate ? "RATE" : "COUNTS";
        double[] column = table.finite(name);
        double[] counts = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double value = rows[i] < 0 ? 0 : column[rows[i]];
            if (!(value >= 0)) {
                throw new ArchiveFormatException(
                        Reason.OUT_OF_RANGE, table.place(), name + " of row " + (rows[i] + 1) + " is " + value);
            }
            counts[i] = rate ? exposure * value : value;
        }
        return counts;
    }

    private static double[] positive(FitsTable table, String name, int[] rows) throws FitsException {
        double[] values = new double[rows.length];
        if (!table.hasColumn(name)) {
            Arrays.fill(values, table.keywords().number(name));
        } else {
            double[] column = table.finite(name);
            for (int i = 0; i < rows.length; i++) {
                values[i] = rows[i] < 0 ? 1 : column[rows[i]];
            }
        }
        for (double value : values) {
            if (!(value > 0)) {
                throw new ArchiveFormatException(Reason.NOT_POSITIVE, table.place(), name + " is " + value);
            }
        }
        return values;
    }

    private static int[] flags(FitsTable table, String name, int[] rows) throws FitsException {
        int[] flags = new int[rows.length];
        if (!table.hasColumn(name)) {
            Arrays.fill(flags, (int) table.keywords().numberOr(name, 0));
            return flags;
        }
        int[] column = table.integers(name);
        for (int i = 0; i < rows.length; i++) {
            flags[i] = rows[i] < 0 ? 0 : column[rows[i]];
        }
        return flags;
    }

    private static Links links(FitsTable table) {
        FitsKeywords keywords = table.keywords();
        List<String> ignored = new ArrayList<>();
        for (String name : List.of("STAT_ERR", "SYS_ERR")) {
            if (table.hasColumn(name) || (keywords.has(name) && keywords.number(name) != 0)) {
                ignored.add(name);
            }
        }
        if (file(keywords, "CORRFILE") != null) {
            ignored.add("CORRFILE");
        }
        return new Links(
                file(keywords, "BACKFILE"),
                file(keywords, "ANCRFILE"),
                file(keywords, "RESPFILE"),
                keywords.header().getBooleanValue("POISSERR", false),
                ignored);
    }

    private static @Nullable String file(FitsKeywords keywords, String key) {
        String name = keywords.text(key, "none");
        return name.equalsIgnoreCase("none") ? null : name;
    }
}
