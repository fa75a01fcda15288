package org.axionwatch.app.cli;

import org.axionwatch.physics.ArgumentChecks;
import org.axionwatch.physics.axion.FrequencyConvention;
import org.axionwatch.physics.axion.LineShape;
import org.axionwatch.physics.axion.ResonanceTemplate;
import org.axionwatch.physics.simulation.InjectedResonance;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The resonance that a simulation injects. */
final class ResonanceOptions {
    @Option(
            names = "--snr",
            paramLabel = "RATIO",
            description = "inject a resonance: delay on resonance over the uncertainty of one channel there")
    private @Nullable Double signalToNoise;

    @Option(names = "--frequency", paramLabel = "MHZ", description = "resonance frequency; with --snr")
    private @Nullable Double frequencyMHz;

    @Option(names = "--mass", paramLabel = "EV", description = "axion mass instead, resonance at m c^2/(2 h)")
    private @Nullable Double massEv;

    @Option(
            names = "--line-half-width",
            paramLabel = "MHZ",
            defaultValue = "5",
            description = "half width of the Lorentzian at half its maximum (default ${DEFAULT-VALUE})")
    private double halfWidthMHz;

    /** @throws IllegalArgumentException where the options do not say one resonance or none */
    @Nullable
    InjectedResonance resonance() {
        if (signalToNoise == null) {
            if (frequencyMHz != null || massEv != null) {
                throw new IllegalArgumentException("--frequency and --mass need --snr");
            }
            return null;
        }
        return new InjectedResonance(
                resonanceMHz(), signalToNoise, new ResonanceTemplate(LineShape.LORENTZIAN, halfWidthMHz));
    }

    private double resonanceMHz() {
        if (frequencyMHz != null && massEv == null) {
            return frequencyMHz;
        }
        if (massEv != null && frequencyMHz == null) {
            return FrequencyConvention.PHYSICAL.resonanceFrequencyHz(ArgumentChecks.positive("--mass", massEv)) * 1e-6;
        }
        throw new IllegalArgumentException("--snr needs either --frequency or --mass");
    }
}
