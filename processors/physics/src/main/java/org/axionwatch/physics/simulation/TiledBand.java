package org.axionwatch.physics.simulation;

import org.axionwatch.physics.ArgumentChecks;

/**
 * A band of adjoining tiles of equal channels.
 *
 * @param startMHz lower edge, MHz
 * @param tileMHz width of a tile, MHz
 * @param tiles number of tiles
 * @param channelsPerTile channels of each tile
 */
public record TiledBand(double startMHz, double tileMHz, int tiles, int channelsPerTile) {

    /** The band of arXiv:2505.16562, figure 3: 1 to 2 GHz in 20 tiles of 50 MHz with 32 channels each. */
    public static final TiledBand PAPER = new TiledBand(1000, 50, 20, 32);

    private static final int MOST_CHANNELS = 4096;

    public TiledBand {
        ArgumentChecks.positive("lower edge of the band", startMHz);
        ArgumentChecks.positive("width of a tile", tileMHz);
        if (tiles < 1 || channelsPerTile < 1 || (long) tiles * channelsPerTile > MOST_CHANNELS) {
            throw new IllegalArgumentException(
                    "a band has 1 to " + MOST_CHANNELS + " channels, not " + tiles + " times " + channelsPerTile);
        }
    }

    public int channels() {
        return tiles * channelsPerTile;
    }

    public double channelMHz() {
        return tileMHz / channelsPerTile;
    }

    public double stopMHz() {
        return startMHz + tileMHz * tiles;
    }

    /** Centres of the channels, rising, MHz. */
    public double[] frequenciesMHz() {
        double[] centres = new double[channels()];
        for (int i = 0; i < centres.length; i++) {
            centres[i] = startMHz + (i + 0.5) * channelMHz();
        }
        return centres;
    }
}
