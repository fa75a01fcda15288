package org.axionwatch.topics.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nom.tam.fits.FitsException;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;

/**
 * The phase predictor of a PSRFITS archive, tempo's polynomials (POLYCO): about the middle of each span the phase is
 * REF_PHS + 60 dt REF_F0 + sum_k COEFF_k dt^(k-1) with dt in minutes. Good to 1e-9 turns inside a span.
 */
final class PolycoTable {
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double MINUTES_PER_DAY = 1440;

    private final String place;
    private final List<Block> blocks;

    private record Block(
            double middleMjd, double spanMinutes, double phase, double frequencyHz, double[] coefficients) {
        double minutesTo(MjdInstant instant) {
            double day = Math.floor(middleMjd);
            return ((instant.getDay() - day) + (instant.getFraction() - (middleMjd - day))) * MINUTES_PER_DAY;
        }

        double phaseTurns(double minutes) {
            double turns = 0;
            for (int k = coefficients.length - 1; k >= 0; k--) {
                turns = turns * minutes + coefficients[k];
            }
            return phase + turns + Math.IEEEremainder(SECONDS_PER_MINUTE * minutes * frequencyHz, 1);
        }

        double frequencyHz(double minutes) {
            double slope = 0;
            for (int k = coefficients.length - 1; k >= 1; k--) {
                slope = slope * minutes + k * coefficients[k];
            }
            return frequencyHz + slope / SECONDS_PER_MINUTE;
        }
    }

    private PolycoTable(String place, List<Block> blocks) {
        this.place = place;
        this.blocks = List.copyOf(blocks);
    }

    /** The newest prediction in a table: its last NPBLK rows. */
    static PolycoTable read(FitsTable table) throws FitsException {
        int rows = table.rows();
        if (rows < 1) {
            throw new ArchiveFormatException(Reason.MALFORMED_TABLE, table.place(), "it has no rows");
        }
        double newest = table.hasColumn("NPBLK") ? table.row("NPBLK", rows - 1)[0] : rows;
        int first = newest >= 1 && newest <= rows ? rows - (int) newest : 0;
        List<Block> blocks = new ArrayList<>();
        for (int row = first; row < rows; row++) {
            blocks.add(block(table, row));
        }
        return new PolycoTable(table.place(), blocks);
    }

    private static Block block(FitsTable table, int row) throws FitsException {
        double frequency = table.row("REF_F0", row)[0];
        double span = table.row("NSPAN", row)[0];
        double middle = table.row("REF_MJD", row)[0];
        if (!(frequency > 0 && span > 0 && Math.abs(middle) < 1e6)) {
            throw new ArchiveFormatException(
                    Reason.OUT_OF_RANGE,
                    table.place(),
                    "row " + (row + 1) + " has REF_F0 " + frequency + ", NSPAN " + span + ", REF_MJD " + middle);
        }
        return new Block(middle, span, table.row("REF_PHS", row)[0], frequency, table.row("COEFF", row));
    }

    /** Pulse period at an instant of the observatory [s]. */
    double periodSeconds(MjdInstant instant) {
        Block block = covering(instant);
        double frequency = block.frequencyHz(block.minutesTo(instant));
        if (!(frequency > 0 && frequency <= Double.MAX_VALUE)) {
            throw new ArchiveFormatException(Reason.OUT_OF_RANGE, place, "it predicts a frequency of " + frequency);
        }
        return 1 / frequency;
    }

    /** The instant nearest to the given one at which the pulse phase is that of the reference. */
    MjdInstant atPhaseOf(MjdInstant reference, MjdInstant instant) {
        double turns = Math.IEEEremainder(phaseTurns(instant) - phaseTurns(reference), 1);
        return Numbers.plusSeconds(instant, -turns * periodSeconds(instant), place);
    }

    private double phaseTurns(MjdInstant instant) {
        Block block = covering(instant);
        return block.phaseTurns(block.minutesTo(instant));
    }

    private Block covering(MjdInstant instant) {
        Block nearest = blocks.stream()
                .min(Comparator.comparingDouble(block -> Math.abs(block.minutesTo(instant))))
                .orElseThrow();
        if (!(Math.abs(nearest.minutesTo(instant)) <= nearest.spanMinutes())) {
            throw new ArchiveFormatException(
                    Reason.OUT_OF_RANGE,
                    place,
                    "no prediction for MJD " + instant.getDay() + " + " + instant.getFraction());
        }
        return nearest;
    }
}
