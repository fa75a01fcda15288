package org.axionwatch.topics.ingest;

import java.util.Arrays;

/**
 * Channels of a spectrum joined into bins (OGIP/92-007a, GROUPING and QUALITY). A channel of quality other than 0 is left
 * out. A group begins where GROUPING is not -1. Immutable.
 */
public final class ChannelGroups {
    private static final int NONE = -1;

    private final int[] groupOfChannel;
    private final int size;

    private ChannelGroups(int[] groupOfChannel, int size) {
        this.groupOfChannel = groupOfChannel;
        this.size = size;
    }

    /** The groups the spectrum itself asks for. */
    public static ChannelGroups of(PhaSpectrum spectrum) {
        return of(spectrum, true);
    }

    /** Each good channel by itself. */
    public static ChannelGroups single(PhaSpectrum spectrum) {
        return of(spectrum, false);
    }

    private static ChannelGroups of(PhaSpectrum spectrum, boolean joined) {
        int[] quality = spectrum.channels().quality();
        int[] grouping = spectrum.channels().grouping();
        int[] groups = new int[quality.length];
        int group = NONE;
        boolean open = false;
        for (int i = 0; i < groups.length; i++) {
            boolean good = quality[i] == 0;
            boolean continues = joined && grouping[i] == -1 && open;
            if (joined && grouping[i] != -1) {
                open = false;
            }
            if (good && !continues) {
                group++;
                open = true;
            }
            groups[i] = good ? group : NONE;
        }
        return new ChannelGroups(groups, group + 1);
    }

    /** Number of bins. */
    public int size() {
        return size;
    }

    /** Sums a value a channel into a value a bin. */
    public double[] sum(double[] channels) {
        if (channels.length != groupOfChannel.length) {
            throw new IllegalArgumentException(channels.length + " channels instead of " + groupOfChannel.length);
        }
        double[] sums = new double[size];
        for (int i = 0; i < channels.length; i++) {
            if (groupOfChannel[i] != NONE) {
                sums[groupOfChannel[i]] += channels[i];
            }
        }
        return sums;
    }

    /** Means of a value a channel over the channels of each bin. */
    public double[] mean(double[] channels) {
        double[] ones = new double[channels.length];
        Arrays.fill(ones, 1);
        double[] means = sum(channels);
        double[] numbers = sum(ones);
        for (int i = 0; i < means.length; i++) {
            means[i] /= numbers[i];
        }
        return means;
    }
}
