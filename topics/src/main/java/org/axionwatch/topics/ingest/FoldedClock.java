package org.axionwatch.topics.ingest;

import nom.tam.fits.FitsException;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * When and with which period the rows of a fold-mode archive were folded. Where EPOCHS is VALID a row's epoch is at pulse
 * phase zero; otherwise it is moved to the nearest instant with the phase of the start of the observation, as PSRCHIVE
 * does, for which the archive needs its predictor.
 *
 * @param primary primary header
 * @param subint the table of rows
 * @param polyco the predictor, null where the archive has none
 */
record FoldedClock(FitsKeywords primary, FoldedTable subint, @Nullable PolycoTable polyco) {

    /** Instant of phase zero of a row. */
    MjdInstant epoch(int row) throws FitsException {
        MjdInstant start = startPlus(0, row);
        MjdInstant middle = startPlus(subint.number("OFFS_SUB", row), row);
        String epochs = subint.epochs();
        if (epochs.equalsIgnoreCase("VALID")) {
            return middle;
        }
        if (polyco == null) {
            throw new ArchiveFormatException(
                    Reason.MALFORMED_KEYWORD,
                    subint.place(),
                    "EPOCHS is " + epochs + ", not VALID, and there is no POLYCO to find phase zero with");
        }
        return polyco.atPhaseOf(start, middle);
    }

    /** Folding period of a row [s]: the column PERIOD, else the predictor's. */
    double periodSeconds(int row) throws FitsException {
        return polyco == null || subint.has("PERIOD")
                ? subint.positive("PERIOD", row)
                : polyco.periodSeconds(startPlus(subint.number("OFFS_SUB", row), row));
    }

    /** STT_IMJD d + STT_SMJD s + STT_OFFS s + the offset. */
    private MjdInstant startPlus(double offsetSeconds, int row) {
        double day = primary.number("STT_IMJD");
        if (!(Math.abs(day) < 1e6) || day != Math.rint(day)) {
            throw new ArchiveFormatException(Reason.MALFORMED_KEYWORD, primary.place(), "STT_IMJD is " + day);
        }
        double seconds = primary.number("STT_SMJD") + (primary.number("STT_OFFS") + offsetSeconds);
        return Numbers.instant(
                (int) day, seconds / Numbers.SECONDS_PER_DAY, "epoch of row " + (row + 1), subint.place());
    }
}
