package org.axionwatch.app.cli;

import org.axionwatch.physics.simulation.RadioTelescope;
import org.axionwatch.physics.simulation.TiledBand;
import picocli.CommandLine.Option;

/** Telescope and band of a simulation; by default the Green Bank Telescope and the band of arXiv:2505.16562. */
final class SimulatedReceiverOptions {
    @Option(
            names = "--system-temperature",
            paramLabel = "KELVIN",
            defaultValue = "35",
            description = "system temperature (default ${DEFAULT-VALUE})")
    private double systemTemperatureKelvin;

    @Option(
            names = "--gain",
            paramLabel = "K_PER_JY",
            defaultValue = "1.992",
            description = "gain of the telescope (default ${DEFAULT-VALUE})")
    private double gainKelvinPerJansky;

    @Option(
            names = "--band-start",
            paramLabel = "MHZ",
            defaultValue = "1000",
            description = "lower edge of the band (default ${DEFAULT-VALUE})")
    private double startMHz;

    @Option(
            names = "--tiles",
            paramLabel = "N",
            defaultValue = "20",
            description = "tiles of 50 MHz (default ${DEFAULT-VALUE})")
    private int tiles;

    @Option(
            names = "--channels",
            paramLabel = "N",
            defaultValue = "32",
            description = "channels of a tile (default ${DEFAULT-VALUE})")
    private int channelsPerTile;

    RadioTelescope telescope() {
        return new RadioTelescope(
                systemTemperatureKelvin, gainKelvinPerJansky, RadioTelescope.GREEN_BANK.polarisations());
    }

    TiledBand band() {
        return new TiledBand(startMHz, TiledBand.PAPER.tileMHz(), tiles, channelsPerTile);
    }
}
