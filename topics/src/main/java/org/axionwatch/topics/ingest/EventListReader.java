package org.axionwatch.topics.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.records.xray.GoodTimeInterval;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.axionwatch.topics.ingest.EventList.Columns;
import org.axionwatch.topics.ingest.EventList.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Reads FITS event lists: extension EVENTS with TIME, two position columns and ENERGY (TUNIT eV or keV) or else PI
 * (NuSTAR 1.60 + 0.04 PI keV, XMM-Newton PI eV, Chandra 14.6 eV a channel), and GTI where there is one.
 *
 * <p>Event and GTI times are shifted to MJDREF + TIMEZERO as their common zero; TIMESYS other than TT is taken as
 * written (a barycentred list in TDB differs by less than 2 ms). Null positions and energies become NaN and are counted
 * by the likelihood step; a null or infinite time is an error.
 */
public final class EventListReader {
    private static final long MAX_BYTES = 2L << 30;
    private static final int MAX_EVENTS = 50_000_000;

    private final String columnX;
    private final String columnY;

    /** Positions come from the columns X and Y. */
    public EventListReader() {
        this("X", "Y");
    }

    /** @param columnX name of the first position column, whatever its case */
    public EventListReader(String columnX, String columnY) {
        this.columnX = columnX;
        this.columnY = columnY;
    }

    /**
     * Reads a list whole.
     *
     * @throws ArchiveFormatException with file, extension and reason if it cannot be
     */
    public EventList read(Path file) {
        String name = TextFile.name(file);
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new ArchiveFormatException(Reason.FILE_TOO_LARGE, name, "at most " + MAX_BYTES + " bytes");
            }
            try (Fits fits = new Fits(file.toFile())) {
                return read(fits, name, Files.size(file));
            }
        } catch (FitsException | IOException e) {
            throw new ArchiveFormatException(
                    Files.isReadable(file) ? Reason.MALFORMED_FITS : Reason.NOT_READABLE, name, message(e), e);
        } catch (ArchiveFormatException e) {
            throw e;
        } catch (RuntimeException e) {
            // nom-tam-fits answers some malformed headers and tables with unchecked exceptions.
            throw new ArchiveFormatException(Reason.MALFORMED_FITS, name, message(e), e);
        }
    }

    private EventList read(Fits fits, String name, long fileBytes) throws FitsException, IOException {
        BinaryTableHDU events = null;
        BinaryTableHDU gti = null;
        for (BasicHDU<?> hdu = fits.readHDU(); hdu != null; hdu = fits.readHDU()) {
            requireWhole(hdu, name, fileBytes);
            String extension = hdu.getHeader().getStringValue("EXTNAME", "").strip();
            if (hdu instanceof BinaryTableHDU table && extension.equalsIgnoreCase("EVENTS") && events == null) {
                events = table;
            } else if (hdu instanceof BinaryTableHDU table
                    && extension.toUpperCase(Locale.ROOT).contains("GTI")
                    && gti == null) {
                gti = table;
            }
        }
        if (events == null) {
            throw new ArchiveFormatException(Reason.MISSING_HDU, name, "no binary table EVENTS");
        }
        return eventList(name, events, gti);
    }

    private static void requireWhole(BasicHDU<?> hdu, String name, long fileBytes) {
        long end = hdu.getFileOffset()
                + hdu.getHeader().getSize()
                + hdu.getHeader().getDataSize();
        if (end > fileBytes) {
            String extension =
                    hdu.getHeader().getStringValue("EXTNAME", "primary").strip();
            throw new ArchiveFormatException(
                    Reason.TRUNCATED,
                    name + "[" + extension + "]",
                    "it ends at byte " + end + " of a file of " + fileBytes);
        }
    }

    private EventList eventList(String name, BinaryTableHDU events, @Nullable BinaryTableHDU gti) throws FitsException {
        var table = new FitsTable(events, name + "[EVENTS]");
        if (events.getNRows() > MAX_EVENTS) {
            throw new ArchiveFormatException(Reason.TOO_MANY_EVENTS, table.place(), "at most " + MAX_EVENTS);
        }
        FitsKeywords keywords = table.keywords();
        String telescope = keywords.text("TELESCOP", "");
        String instrument = (telescope + " " + keywords.text("INSTRUME", "")).strip();
        double livetime = keywords.number("LIVETIME", "EXPOSURE", "ONTIME");
        if (!(livetime > 0)) {
            throw new ArchiveFormatException(Reason.NOT_POSITIVE, table.place(), "LIVETIME is " + livetime);
        }
        var observation = new Observation(keywords.text("OBS_ID", name), instrument, referenceEpoch(keywords));
        var columns = new Columns(
                table.times("TIME"), table.energies(telescope), table.floats(columnX), table.floats(columnY));
        return new EventList(name, observation, livetime, intervals(name, gti), columns);
    }

    /** MJDREF (or MJDREFI + MJDREFF) + TIMEZERO. */
    private static MjdInstant referenceEpoch(FitsKeywords keywords) {
        double day = keywords.has("MJDREFI") ? keywords.number("MJDREFI") : Math.floor(keywords.number("MJDREF"));
        double fraction = keywords.has("MJDREFI") ? keywords.numberOr("MJDREFF", 0) : keywords.number("MJDREF") - day;
        double zero = keywords.numberOr("TIMEZERO", 0);
        if (!(Math.abs(day) < 1e6)) {
            throw new ArchiveFormatException(Reason.MALFORMED_KEYWORD, keywords.place(), "MJDREF is " + day);
        }
        return Numbers.instant((int) day, fraction + zero / Numbers.SECONDS_PER_DAY, "MJDREF", keywords.place());
    }

    private static List<GoodTimeInterval> intervals(String name, @Nullable BinaryTableHDU gti) throws FitsException {
        if (gti == null) {
            return List.of();
        }
        var table = new FitsTable(gti, name + "[GTI]");
        double[] starts = table.times("START");
        double[] stops = table.times("STOP");
        List<GoodTimeInterval> intervals = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            if (!(starts[i] <= stops[i])) {
                throw new ArchiveFormatException(
                        Reason.MALFORMED_COLUMN, table.place(), "row " + (i + 1) + " stops before it starts");
            }
            intervals.add(new GoodTimeInterval(starts[i], stops[i]));
        }
        return intervals;
    }

    private static String message(Exception e) {
        String text = e.getMessage();
        return text == null
                ? e.getClass().getSimpleName()
                : text.lines().findFirst().orElse("");
    }
}
