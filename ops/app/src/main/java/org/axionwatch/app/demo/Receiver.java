package org.axionwatch.app.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * A receiver and back end of the campaign: the bands that it records, the same in every frame of that receiver.
 *
 * @param name receiver
 * @param backend back end
 * @param bands bands recorded together
 */
record Receiver(String name, String backend, List<Band> bands) {

    /**
     * A band of equal channels.
     *
     * @param startMHz lower edge, MHz
     * @param stopMHz upper edge, MHz
     * @param channels number of channels
     */
    record Band(double startMHz, double stopMHz, int channels) {
        double channelWidthMHz() {
            return (stopMHz - startMHz) / channels;
        }
    }

    /**
     * One channel.
     *
     * @param frequencyMHz centre, MHz
     * @param widthMHz width, MHz
     * @param bandPosition place in its band, 0 at the lower and 1 at the upper edge
     */
    record Channel(double frequencyMHz, double widthMHz, double bandPosition) {}

    Receiver {
        bands = List.copyOf(bands);
    }

    List<Channel> channels() {
        List<Channel> channels = new ArrayList<>();
        for (Band band : bands) {
            double width = band.channelWidthMHz();
            for (int i = 0; i < band.channels(); i++) {
                double place = (i + 0.5) / band.channels();
                channels.add(new Channel(band.startMHz() + (i + 0.5) * width, width, place));
            }
        }
        return channels;
    }

    /** 1-2 GHz in 128 channels of 7.8 MHz. */
    static Receiver wideBand() {
        return new Receiver("SIM-WIDE", "SIMWB", List.of(new Band(1000, 2000, 128)));
    }

    /** 700-1000 MHz in 40 channels together with 1300-1800 MHz in 80. */
    static Receiver dual() {
        return new Receiver("SIM-DUAL", "SIMDB", List.of(new Band(700, 1000, 40), new Band(1300, 1800, 80)));
    }

    /**
     * Four tiles of 50 MHz in 32 channels, 250 MHz apart, the first starting at 1000 MHz plus 50 MHz for each turn of
     * five: five consecutive turns cover 1-2 GHz.
     */
    static Receiver tiles(int turn) {
        double first = 1000 + 50.0 * Math.floorMod(turn, 5);
        List<Band> bands = new ArrayList<>();
        for (int tile = 0; tile < 4; tile++) {
            double start = first + 250.0 * tile;
            bands.add(new Band(start, start + 50, 32));
        }
        return new Receiver("SIM-TILE", "SIMTL", bands);
    }
}
