package org.axionwatch.topics.ingest;

import java.nio.file.Path;
import java.util.Arrays;
import nom.tam.fits.FitsException;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.axionwatch.topics.ingest.RedistributionMatrix.Group;

/**
 * Reads OGIP redistribution matrices: extension MATRIX or SPECRESP MATRIX with ENERG_LO, ENERG_HI, N_GRP, F_CHAN, N_CHAN
 * and MATRIX, each of fixed or variable length, and EBOUNDS, in any order. Channels of F_CHAN are counted from its TLMINn,
 * else from the first CHANNEL of EBOUNDS.
 */
public final class RmfReader {
    /** @throws ArchiveFormatException with file, extension and reason where the matrix cannot be read whole */
    public RedistributionMatrix read(Path path) {
        return FitsFile.read(path, RmfReader::matrix);
    }

    private static RedistributionMatrix matrix(FitsFile file) throws FitsException {
        FitsTable table = file.table("RSP_MATRIX", "MATRIX", "SPECRESP MATRIX");
        FitsTable bounds = file.table("EBOUNDS", "EBOUNDS");
        EnergyGrid channels = EnergyGrid.of(bounds, "E_MIN", "E_MAX");
        int firstBound = consecutive(bounds);
        int first = (int) table.keywords().numberOr("TLMIN" + table.columnNumber("F_CHAN"), firstBound);
        double declared = table.keywords().numberOr("DETCHANS", channels.size());
        if (declared != channels.size() || first != firstBound) {
            throw new ArchiveFormatException(
                    Reason.GRID_MISMATCH,
                    bounds.place(),
                    channels.size() + " channels from " + firstBound + ", but " + table.place() + " has " + declared
                            + " from " + first);
        }
        int[] numbers = table.integers("N_GRP");
        Group[][] groups = new Group[table.rows()][];
        for (int row = 0; row < groups.length; row++) {
            groups[row] = groups(table, row, numbers[row], new int[] {first, channels.size()});
        }
        return new RedistributionMatrix(
                table.place(), EnergyGrid.of(table, "ENERG_LO", "ENERG_HI"), channels, first, groups);
    }

    /** First channel of EBOUNDS, whose channels must follow each other. */
    private static int consecutive(FitsTable bounds) throws FitsException {
        int[] channels = bounds.integers("CHANNEL");
        for (int i = 0; i < channels.length; i++) {
            if (channels[i] != channels[0] + i) {
                throw new ArchiveFormatException(
                        Reason.MALFORMED_COLUMN,
                        bounds.place(),
                        "CHANNEL of row " + (i + 1) + " is " + channels[i] + ", not " + (channels[0] + i));
            }
        }
        if (channels.length == 0) {
            throw new ArchiveFormatException(Reason.MALFORMED_COLUMN, bounds.place(), "no channels");
        }
        return channels[0];
    }

    private static Group[] groups(FitsTable table, int row, int number, int[] range) throws FitsException {
        double[] starts = table.row("F_CHAN", row);
        double[] lengths = table.row("N_CHAN", row);
        double[] values = table.row("MATRIX", row);
        if (number < 0 || number > starts.length || number > lengths.length) {
            throw malformed(table, row, "N_GRP is " + number + " for " + starts.length + " values of F_CHAN");
        }
        Group[] groups = new Group[number];
        int used = 0;
        for (int i = 0; i < number; i++) {
            int start = (int) starts[i] - range[0];
            int length = (int) lengths[i];
            if (!(length >= 0 && used + length <= values.length)) {
                throw malformed(table, row, "N_CHAN is " + length + " for " + values.length + " values of MATRIX");
            }
            if (length > 0 && (start < 0 || start + length > range[1])) {
                throw new ArchiveFormatException(
                        Reason.CHANNEL_OUT_OF_RANGE,
                        table.place(),
                        "row " + (row + 1) + ": F_CHAN " + (int) starts[i] + " with N_CHAN " + length + ", channels "
                                + range[0] + " to " + (range[0] + range[1] - 1));
            }
            groups[i] = new Group(start, probabilities(table, row, Arrays.copyOfRange(values, used, used + length)));
            used += length;
        }
        return groups;
    }

    private static double[] probabilities(FitsTable table, int row, double[] values) {
        for (double value : values) {
            if (!(value >= 0 && value <= Double.MAX_VALUE)) {
                throw malformed(table, row, "MATRIX holds " + value);
            }
        }
        return values;
    }

    private static ArchiveFormatException malformed(FitsTable table, int row, String detail) {
        return new ArchiveFormatException(Reason.MALFORMED_COLUMN, table.place(), "row " + (row + 1) + ": " + detail);
    }
}
