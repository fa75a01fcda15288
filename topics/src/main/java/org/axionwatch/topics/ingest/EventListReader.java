package org.axionwatch.topics.ingest;

import java.nio.file.Path;
import nom.tam.fits.FitsException;
import org.axionwatch.records.xray.SkyPosition;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.axionwatch.topics.ingest.EventList.Columns;
import org.axionwatch.topics.ingest.EventList.Observation;
import org.jspecify.annotations.Nullable;

/**
 * Reads FITS event lists: extension EVENTS with TIME, two position columns and ENERGY (TUNIT eV or keV) or else PI
 * (NuSTAR 1.60 + 0.04 PI keV, XMM-Newton PI eV, Chandra 14.6 (PI - 0.5) eV), and the union of its GTI extensions.
 *
 * <p>Event and GTI times are shifted to MJDREF + TIMEZERO as their common zero; TIMESYS other than TT is taken as
 * written (a barycentred list in TDB differs by less than 2 ms). Null positions and energies become NaN and are counted
 * by the likelihood step; a null or infinite time is an error.
 */
public final class EventListReader {
    private static final int MAX_EVENTS = 50_000_000;

    private final String columnX;
    private final String columnY;
    private final @Nullable SkyPosition skyReference;

    /** Positions come from the columns X and Y. */
    public EventListReader() {
        this("X", "Y", null);
    }

    /**
     * @param columnX name of the first position column, whatever its case
     * @param columnY name of the second
     * @param skyReference point that positions become offsets from by the TAN projection of the columns; null for pixels
     */
    public EventListReader(String columnX, String columnY, @Nullable SkyPosition skyReference) {
        this.columnX = columnX;
        this.columnY = columnY;
        this.skyReference = skyReference;
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
        double livetime = livetimeSeconds(keywords);
        var observation = new Observation(
                keywords.text("OBS_ID", file.name()), instrument, keywords.referenceEpoch(), skyReference);
        var columns = new Columns(
                table.finite("TIME"), table.energies(telescope), table.floats(columnX), table.floats(columnY));
        if (skyReference != null) {
            TangentPlane.of(table, columnX, columnY).project(columns.x(), columns.y(), skyReference);
        }
        return new EventList(file.name(), observation, livetime, GoodTimes.of(file), columns);
    }

    /** LIVETIME, else EXPOSURE, else ONTIME x DEADC. */
    private static double livetimeSeconds(FitsKeywords keywords) {
        boolean corrected = keywords.has("LIVETIME") || keywords.has("EXPOSURE");
        if (!corrected && !(keywords.has("ONTIME") && keywords.has("DEADC"))) {
            throw new ArchiveFormatException(
                    Reason.MISSING_KEYWORD, keywords.place(), "LIVETIME, EXPOSURE, or ONTIME with DEADC");
        }
        double livetime = corrected
                ? keywords.number("LIVETIME", "EXPOSURE")
                : keywords.number("ONTIME") * keywords.number("DEADC");
        if (!(livetime > 0)) {
            throw new ArchiveFormatException(Reason.NOT_POSITIVE, keywords.place(), "LIVETIME is " + livetime);
        }
        return livetime;
    }
}
