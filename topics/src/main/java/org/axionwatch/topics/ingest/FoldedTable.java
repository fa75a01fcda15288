package org.axionwatch.topics.ingest;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nom.tam.fits.FitsException;
import org.axionwatch.records.pulsar.FoldedChannel;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.jspecify.annotations.Nullable;

/** The SUBINT table of a PSRFITS fold-mode archive, read row by row. */
final class FoldedTable {
    private static final int MAX_CHANNELS = 16_384;
    private static final int MAX_BINS = 16_384;
    private static final int MAX_POLARISATIONS = 4;

    private final FitsTable table;
    private final int channels;
    private final int polarisations;
    private final int bins;
    private final boolean summed;

    /**
     * Dispersion that was removed between the channels.
     *
     * @param pcPerCm3 zero where none [pc cm^-3]
     * @param referenceMHz frequency whose delay stayed, null for infinite [MHz]
     */
    record Dispersion(double pcPerCm3, @Nullable Double referenceMHz) {
        static final Dispersion NONE = new Dispersion(0, null);

        /** What the last line of the processing history says. */
        static Dispersion ofHistory(FitsTable history) throws FitsException {
            int last = history.rows() - 1;
            if (last < 0 || !history.hasColumn("DEDISP") || !(history.row("DEDISP", last)[0] > 0)) {
                return NONE;
            }
            double reference = history.hasColumn("REF_FREQ") ? history.row("REF_FREQ", last)[0] : 0;
            return new Dispersion(
                    history.row("DM", last)[0], reference > 0 && Double.isFinite(reference) ? reference : null);
        }
    }

    FoldedTable(FitsTable table) {
        this.table = table;
        this.channels = size("NCHAN", MAX_CHANNELS);
        this.polarisations = size("NPOL", MAX_POLARISATIONS);
        this.bins = size("NBIN", MAX_BINS);
        if (bins < 8 || Integer.bitCount(bins) != 1) {
            throw new ArchiveFormatException(
                    Reason.OUT_OF_RANGE, table.place(), "NBIN is " + bins + ", no power of two from 8");
        }
        this.summed =
                table.keywords().text("POL_TYPE", "").toUpperCase(Locale.ROOT).startsWith("AABB");
    }

    private int size(String keyword, int most) {
        double value = table.keywords().number(keyword);
        if (!(value >= 1 && value <= most && value == Math.rint(value))) {
            throw new ArchiveFormatException(
                    Reason.OUT_OF_RANGE, table.place(), keyword + " is " + value + ", not 1 to " + most);
        }
        return (int) value;
    }

    String place() {
        return table.place();
    }

    int rows() {
        return table.rows();
    }

    int bins() {
        return bins;
    }

    /** The epoch convention; archives older than the keyword mean what VALID means. */
    String epochs() {
        return table.keywords().text("EPOCHS", "VALID");
    }

    boolean has(String column) {
        return table.hasColumn(column);
    }

    double number(String column, int row) throws FitsException {
        double value = values(column, row, 1)[0];
        if (!Double.isFinite(value)) {
            throw new ArchiveFormatException(Reason.NOT_FINITE, place(), column + " of row " + (row + 1));
        }
        return value;
    }

    double positive(String column, int row) throws FitsException {
        double value = number(column, row);
        if (!(value > 0)) {
            throw new ArchiveFormatException(
                    Reason.NOT_POSITIVE, place(), column + " of row " + (row + 1) + " is " + value);
        }
        return value;
    }

    /** The channels of a row in total intensity. */
    List<FoldedChannel> channels(int row) throws FitsException {
        double[] frequencies = values("DAT_FREQ", row, channels);
        double[] weights = values("DAT_WTS", row, channels);
        double[] scales = values("DAT_SCL", row, channels * polarisations);
        double[] offsets = values("DAT_OFFS", row, channels * polarisations);
        double[] data = values("DATA", row, channels * polarisations * bins);
        int used = summed && polarisations > 1 ? 2 : 1;
        List<FoldedChannel> result = new ArrayList<>(channels);
        for (int channel = 0; channel < channels; channel++) {
            double[] intensities = new double[bins];
            for (int polarisation = 0; polarisation < used; polarisation++) {
                int profile = polarisation * channels + channel;
                for (int bin = 0; bin < bins; bin++) {
                    intensities[bin] += offsets[profile] + scales[profile] * data[profile * bins + bin];
                }
            }
            result.add(channel(frequencies[channel], weights[channel], intensities, row));
        }
        return result;
    }

    private FoldedChannel channel(double frequencyMHz, double weight, double[] intensities, int row) {
        if (!(frequencyMHz > 0 && frequencyMHz <= Double.MAX_VALUE)) {
            throw new ArchiveFormatException(
                    Reason.NOT_POSITIVE, place(), "DAT_FREQ of row " + (row + 1) + " is " + frequencyMHz);
        }
        double usable = 0;
        for (double intensity : intensities) {
            usable += intensity;
        }
        // A channel that was zapped may hold anything: its weight of zero says so downstream.
        return weight > 0 && Double.isFinite(usable) && Double.isFinite(weight)
                ? DigitisedProfile.of(intensities).channel(frequencyMHz, weight)
                : new FoldedChannel(frequencyMHz, 0.0, 0.0, 0.0, ByteBuffer.allocate(2 * bins));
    }

    private double[] values(String column, int row, int count) throws FitsException {
        double[] values = table.row(column, row);
        if (values.length != count) {
            throw new ArchiveFormatException(
                    Reason.MALFORMED_COLUMN,
                    place(),
                    column + " of row " + (row + 1) + " has " + values.length + " values, not " + count);
        }
        return values;
    }
}
