package org.axionwatch.topics.ingest;

import java.util.List;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A spectrum in detector channels (OGIP/92-007, type I).
 *
 * @param file file name without folder
 * @param exposureSeconds EXPOSURE, above 0 [s]
 * @param firstChannel number of the first channel (TLMIN)
 * @param channels one value a channel
 * @param links the files it names and what it holds beside Poisson counts
 */
public record PhaSpectrum(String file, double exposureSeconds, int firstChannel, Channels channels, Links links) {

    /**
     * One value a channel from {@code firstChannel} on.
     *
     * @param counts COUNTS, or RATE times the exposure; zero for channels the table leaves out
     * @param areaScale AREASCAL, above 0
     * @param backScale BACKSCAL, above 0
     * @param quality QUALITY, 0 for good
     * @param grouping GROUPING: 1 starts a group, -1 goes on with it, 0 is no grouping
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Channels(double[] counts, double[] areaScale, double[] backScale, int[] quality, int[] grouping) {}

    /**
     * Files named in the header, null for none, and what is there but not used.
     *
     * @param background BACKFILE
     * @param ancillary ANCRFILE
     * @param redistribution RESPFILE
     * @param poissonErrors POISSERR
     * @param ignored STAT_ERR, SYS_ERR, CORRFILE where they are given: Poisson statistics have no place for them
     */
    public record Links(
            @Nullable String background,
            @Nullable String ancillary,
            @Nullable String redistribution,
            boolean poissonErrors,
            List<String> ignored) {
        public Links {
            ignored = List.copyOf(ignored);
        }
    }

    /** Number of channels. */
    public int size() {
        return channels.counts.length;
    }

    /**
     * Exposure x AREASCAL x BACKSCAL of this spectrum over that of its background in each channel.
     *
     * @throws ArchiveFormatException GRID_MISMATCH where the channels differ
     */
    public double[] scaleTo(PhaSpectrum background) {
        if (background.size() != size() || background.firstChannel != firstChannel) {
            throw new ArchiveFormatException(
                    Reason.GRID_MISMATCH,
                    background.file + "[SPECTRUM]",
                    background.describe() + ", but " + file + " has " + describe());
        }
        double[] scale = new double[size()];
        for (int i = 0; i < scale.length; i++) {
            scale[i] = exposureSeconds
                    / background.exposureSeconds
                    * (channels.areaScale[i] / background.channels.areaScale[i])
                    * (channels.backScale[i] / background.channels.backScale[i]);
        }
        return scale;
    }

    String describe() {
        return "channels " + firstChannel + " to " + (firstChannel + size() - 1);
    }
}
