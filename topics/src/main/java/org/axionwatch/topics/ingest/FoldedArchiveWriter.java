package org.axionwatch.topics.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import nom.tam.fits.BasicHDU;
import nom.tam.fits.BinaryTable;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import nom.tam.fits.Header;
import org.axionwatch.records.pulsar.FoldedChannel;
import org.axionwatch.records.pulsar.FoldedProfileFrame;
import org.axionwatch.records.time.MjdInstant;

/** Writes the sub-integrations of one observation as a PSRFITS fold-mode archive, total intensity, 16-bit samples. */
public final class FoldedArchiveWriter {
    private static final int COLUMNS = 8;

    private FoldedArchiveWriter() {}

    /**
     * Writes a new file.
     *
     * @param frames sub-integrations of one observation with the same number of channels and bins, in order
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException without frames, or where their shapes differ
     */
    public static void write(List<FoldedProfileFrame> frames, Path file) throws IOException {
        requireOneShape(frames);
        try (Fits fits = new Fits()) {
            BasicHDU<?> primary = Fits.makeHDU(new byte[0]);
            putPrimary(primary.getHeader(), frames.get(0));
            fits.addHDU(primary);
            fits.addHDU(subint(frames));
            fits.write(file.toFile());
        } catch (FitsException e) {
            throw new IOException("cannot be written as FITS: " + e.getMessage(), e);
        }
    }

    private static void requireOneShape(List<FoldedProfileFrame> frames) {
        if (frames.isEmpty()) {
            throw new IllegalArgumentException("an archive needs at least one sub-integration");
        }
        FoldedProfileFrame first = frames.get(0);
        for (FoldedProfileFrame frame : frames) {
            if (frame.getBins() != first.getBins()
                    || frame.getChannels().size() != first.getChannels().size()) {
                throw new IllegalArgumentException("sub-integrations of one archive need equal channels and bins");
            }
        }
    }

    private static void putPrimary(Header header, FoldedProfileFrame first) throws FitsException {
        List<FoldedChannel> channels = first.getChannels();
        double low = channels.get(0).getFrequencyMHz();
        double high = channels.get(channels.size() - 1).getFrequencyMHz();
        double width = channels.size() < 2 ? 0 : (high - low) / (channels.size() - 1);
        MjdInstant start = first.getEpoch();
        double seconds = start.getFraction() * Numbers.SECONDS_PER_DAY;
        header.addValue("HDRVER", "6.1", "Header version");
        header.addValue("FITSTYPE", "PSRFITS", "FITS definition for pulsar data files");
        header.addValue("TELESCOP", first.getObservatory(), "Telescope name");
        header.addValue("FRONTEND", first.getReceiver(), "Receiver ID");
        header.addValue("BACKEND", first.getBackend(), "Backend ID");
        header.addValue("OBS_MODE", "PSR", "(PSR, CAL, SEARCH)");
        header.addValue("SRC_NAME", first.getPulsar(), "Source or scan ID");
        header.addValue("OBSFREQ", (low + high) / 2, "[MHz] Centre frequency for observation");
        header.addValue("OBSBW", width * channels.size(), "[MHz] Bandwidth for observation");
        header.addValue("OBSNCHAN", channels.size(), "Number of frequency channels");
        header.addValue("STT_IMJD", start.getDay(), "Start MJD (days)");
        header.addValue("STT_SMJD", (long) Math.floor(seconds), "[s] Start time past zero hours of that day");
        header.addValue("STT_OFFS", seconds - Math.floor(seconds), "[s] Start time offset");
    }

    private static BinaryTableHDU subint(List<FoldedProfileFrame> frames) throws FitsException {
        int rows = frames.size();
        int channels = frames.get(0).getChannels().size();
        double[] lengths = new double[rows];
        double[] offsets = new double[rows];
        double[] periods = new double[rows];
        double[][] frequencies = new double[rows][channels];
        float[][] weights = new float[rows][channels];
        double[][] profileOffsets = new double[rows][channels];
        double[][] profileScales = new double[rows][channels];
        short[][][][] data = new short[rows][1][channels][];
        for (int row = 0; row < rows; row++) {
            FoldedProfileFrame frame = frames.get(row);
            lengths[row] = frame.getIntegrationSeconds();
            offsets[row] = secondsBetween(frames.get(0).getEpoch(), frame.getEpoch());
            periods[row] = frame.getPeriodSeconds();
            for (int i = 0; i < channels; i++) {
                FoldedChannel channel = frame.getChannels().get(i);
                DigitisedProfile profile = DigitisedProfile.of(channel);
                frequencies[row][i] = channel.getFrequencyMHz();
                weights[row][i] = (float) channel.getWeight();
                profileOffsets[row][i] = profile.offset();
                profileScales[row][i] = profile.scale();
                data[row][0][i] = profile.samples();
            }
        }
        BinaryTable table = new BinaryTable();
        for (Object column :
                new Object[] {lengths, offsets, periods, frequencies, weights, profileOffsets, profileScales, data}) {
            table.addColumn(column);
        }
        return named(table, channels, frames.get(0).getBins());
    }

    private static BinaryTableHDU named(BinaryTable table, int channels, int bins) throws FitsException {
        BinaryTableHDU hdu = (BinaryTableHDU) Fits.makeHDU(table);
        String[] names = {"TSUBINT", "OFFS_SUB", "PERIOD", "DAT_FREQ", "DAT_WTS", "DAT_OFFS", "DAT_SCL", "DATA"};
        String[] units = {"s", "s", "s", "MHz", "", "Jy", "Jy", "Jy"};
        for (int column = 0; column < COLUMNS; column++) {
            hdu.setColumnName(column, names[column], null);
            hdu.getHeader().addValue("TUNIT" + (column + 1), units[column], "Units of field");
        }
        Header header = hdu.getHeader();
        header.addValue("EXTNAME", "SUBINT", "name of this binary table extension");
        header.addValue("EPOCHS", "VALID", "Epoch convention (VALID, MIDTIME, STT_MJD)");
        header.addValue("INT_TYPE", "TIME", "Time axis (TIME, BINPHSPERI, BINLNGASC, etc)");
        header.addValue("INT_UNIT", "SEC", "Unit of time axis");
        header.addValue("POL_TYPE", "INTEN", "Polarisation identifier");
        header.addValue("NPOL", 1, "Nr of polarisations");
        header.addValue("NBIN", bins, "Nr of bins (PSR/CAL mode; else 1)");
        header.addValue("NCHAN", channels, "Number of channels/sub-bands in this file");
        return hdu;
    }

    private static double secondsBetween(MjdInstant from, MjdInstant to) {
        return (((double) to.getDay() - from.getDay()) + (to.getFraction() - from.getFraction()))
                * Numbers.SECONDS_PER_DAY;
    }
}
