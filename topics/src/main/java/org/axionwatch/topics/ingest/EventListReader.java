package org.axionwatch.topics.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nom.tam.fits.FitsException;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.records.xray.GoodTimeInterval;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.axionwatch.topics.ingest.EventList.Columns;
import org.axionwatch.topics.ingest.EventList.Observation;

/**
 * Reads FITS event lists: extension EVENTS with TIME, two position columns and ENERGY (TUNIT eV or keV) or else PI
 * (NuSTAR 1.60 + 0.04 PI keV, XMM-Newton PI eV, Chandra 14.6 eV a channel), and GTI where there is one.
 *
 * <p>Event and GTI times are shifted to MJDREF + TIMEZERO as their common zero; TIMESYS other than TT is taken as
 * written (a barycentred list in TDB differs by less than 2 ms). Null positions and energies become NaN and are counted
 * by the likelihood step; a null or infinite time is an error.
 */
public final class EventListReader {
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
        return FitsFile.read(file, this::eventList);
    }

    private EventList eventList(FitsFile file) throws FitsException {
        FitsTable table = file.table("EVENTS", "EVENTS");
        if (table.rows() > MAX_EVENTS) {
            throw new ArchiveFormatException(Reason.TOO_MANY_EVENTS, table.place(), "at most " + MAX_EVENTS);
        }
        FitsKeywords keywords = table.keywords();
        String telescope = keywords.text("TELESCOP", "");
        String instrument = (telescope + " " + keywords.text("INSTRUME", "")).strip();
        double livetime = keywords.number("LIVETIME", "EXPOSURE", "ONTIME");
        if (!(livetime > 0)) {
            throw new ArchiveFormatException(Reason.NOT_POSITIVE, table.place(), "LIVETIME is " + livetime);
        }
        var observation = new Observation(keywords.text("OBS_ID", file.name()), instrument, referenceEpoch(keywords));
        var columns = new Columns(
                table.finite("TIME"), table.energies(telescope), table.floats(columnX), table.floats(columnY));
        Optional<FitsTable> gti = file.first(other -> other.extension().contains("GTI"));
        return new EventList(
                file.name(), observation, livetime, gti.isPresent() ? intervals(gti.get()) : List.of(), columns);
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

    private static List<GoodTimeInterval> intervals(FitsTable table) throws FitsException {
        double[] starts = table.finite("START");
        double[] stops = table.finite("STOP");
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
}
