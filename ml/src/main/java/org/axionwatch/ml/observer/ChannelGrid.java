package org.axionwatch.ml.observer;

/**
 * Channels of equal width that fill a band.
 *
 * @param startMHz lower edge of the band, MHz
 * @param stopMHz upper edge of the band, MHz
 * @param channels number of channels
 */
public record ChannelGrid(double startMHz, double stopMHz, int channels) {

    /** The observation of arXiv:2505.16562: 1-2 GHz in twenty tiles of 50 MHz with 32 channels each. */
    public static final ChannelGrid PAPER = new ChannelGrid(1000, 2000, 640);

    public ChannelGrid {
        if (!(startMHz > 0) || !(stopMHz > startMHz) || Double.isInfinite(stopMHz)) {
            throw new IllegalArgumentException("no band: " + startMHz + " to " + stopMHz + " MHz");
        }
        if (channels < 1) {
            throw new IllegalArgumentException("a grid needs a channel, not " + channels);
        }
    }

    /** Width of a channel, MHz. */
    public double widthMHz() {
        return (stopMHz - startMHz) / channels;
    }

    /** Centre of a channel, MHz. */
    public double centreMHz(int channel) {
        return startMHz + (channel + 0.5) * widthMHz();
    }

    double[] centresMHz() {
        double[] centres = new double[channels];
        for (int i = 0; i < channels; i++) {
            centres[i] = centreMHz(i);
        }
        return centres;
    }
}
