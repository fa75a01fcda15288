package org.axionwatch.topics.ingest;

import nom.tam.fits.FitsException;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;

/**
 * Energy intervals of a response, as its file gives them: of true energy, or of detector channels.
 *
 * @param lowerKeV lower ends [keV]
 * @param upperKeV upper ends, above the lower [keV]
 */
@SuppressWarnings("ArrayRecordComponent")
public record EnergyGrid(double[] lowerKeV, double[] upperKeV) {
    /** Grids agree where no edge differs by more than this part of its interval: files are written in single precision. */
    private static final double TOLERANCE = 0.01;

    /** @throws ArchiveFormatException MALFORMED_COLUMN where an interval is empty, negative or not in keV */
    static EnergyGrid of(FitsTable table, String lower, String upper) throws FitsException {
        for (String name : new String[] {lower, upper}) {
            String unit = table.keywords().text("TUNIT" + table.columnNumber(name), "keV");
            if (!unit.equalsIgnoreCase("keV")) {
                throw new ArchiveFormatException(
                        Reason.MALFORMED_KEYWORD, table.place(), "unit of " + name + " is " + unit + ", not keV");
            }
        }
        var grid = new EnergyGrid(table.finite(lower), table.finite(upper));
        for (int i = 0; i < grid.size(); i++) {
            if (!(grid.lowerKeV[i] >= 0 && grid.upperKeV[i] > grid.lowerKeV[i])) {
                throw new ArchiveFormatException(
                        Reason.MALFORMED_COLUMN,
                        table.place(),
                        lower + " to " + upper + " of row " + (i + 1) + " is " + grid.lowerKeV[i] + " to "
                                + grid.upperKeV[i]);
            }
        }
        return grid;
    }

    /** Number of intervals. */
    public int size() {
        return lowerKeV.length;
    }

    /** Number of the first interval that differs, -1 where the grids agree. */
    int firstDifference(EnergyGrid other) {
        for (int i = 0; i < Math.min(size(), other.size()); i++) {
            double tolerance = TOLERANCE * (upperKeV[i] - lowerKeV[i]);
            if (!(Math.abs(lowerKeV[i] - other.lowerKeV[i]) <= tolerance
                    && Math.abs(upperKeV[i] - other.upperKeV[i]) <= tolerance)) {
                return i;
            }
        }
        return size() == other.size() ? -1 : Math.min(size(), other.size());
    }
}
