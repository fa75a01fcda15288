package org.axionwatch.app.cli;

import java.util.List;
import org.axionwatch.physics.ArgumentChecks;
import org.axionwatch.physics.simulation.BarycentricPulses;
import org.axionwatch.physics.simulation.PowerLawRedNoise;
import org.axionwatch.physics.simulation.PulsedEmission;
import org.axionwatch.physics.simulation.SimulatedPulsar;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The pulsar that is simulated; by default like J1933-6211, the example of arXiv:2505.16562. */
final class SimulatedPulsarOptions {
    private static final double FLUX_REFERENCE_MHZ = 1400;

    @Option(
            names = "--pulsar",
            paramLabel = "NAME",
            defaultValue = "SIM-J1933-6211",
            description = "name of the pulsar and beginning of the file names (default ${DEFAULT-VALUE})")
    private String name = "";

    @Option(
            names = "--period",
            paramLabel = "SECONDS",
            defaultValue = "0.003543432",
            description = "spin period (default ${DEFAULT-VALUE})")
    private double periodSeconds;

    @Option(
            names = "--spin-down",
            paramLabel = "HZ_PER_S",
            defaultValue = "-3.08e-16",
            description = "derivative of the spin frequency (default ${DEFAULT-VALUE})")
    private double spinDownHzPerS;

    @Option(
            names = "--dm",
            paramLabel = "PC_PER_CM3",
            defaultValue = "11.52",
            description = "dispersion measure (default ${DEFAULT-VALUE})")
    private double dispersionMeasure;

    @Option(
            names = "--flux",
            paramLabel = "MJY",
            defaultValue = "2.3",
            description = "mean flux density at 1400 MHz (default ${DEFAULT-VALUE})")
    private double fluxMilliJansky;

    @Option(
            names = "--spectral-index",
            paramLabel = "ALPHA",
            defaultValue = "-1.6",
            description = "of the flux density (default ${DEFAULT-VALUE})")
    private double spectralIndex;

    @Option(
            names = "--width",
            paramLabel = "TURNS",
            defaultValue = "0.1",
            description = "full width of the pulse at half maximum over the period (default ${DEFAULT-VALUE})")
    private double fullWidthTurns;

    @Option(
            names = "--red-noise",
            paramLabel = "LOG10A,GAMMA",
            description = "achromatic red noise as TNREDAMP and TNREDGAM, 30 frequencies; none by default")
    private @Nullable String redNoise;

    @Option(
            names = "--start",
            paramLabel = "MJD",
            defaultValue = "59000",
            description = "day of the first epoch and epoch of the spin (default ${DEFAULT-VALUE})")
    private int startMjd;

    String name() {
        return name;
    }

    int startMjd() {
        return startMjd;
    }

    SimulatedPulsar pulsar() {
        ArgumentChecks.positive("--period", periodSeconds);
        var pulses = new BarycentricPulses(
                new BarycentricPulses.Spin(1 / periodSeconds, spinDownHzPerS, startMjd),
                new BarycentricPulses.Medium(dispersionMeasure, List.of()),
                null);
        var emission = new PulsedEmission(fluxMilliJansky * 1e-3, FLUX_REFERENCE_MHZ, spectralIndex, fullWidthTurns);
        return new SimulatedPulsar(pulses, emission, redNoise == null ? null : redNoise(redNoise));
    }

    private static PowerLawRedNoise redNoise(String text) {
        String[] numbers = text.split(",", -1);
        try {
            if (numbers.length == 2) {
                return new PowerLawRedNoise(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]), 30);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--red-noise: '" + text + "' is not LOG10A,GAMMA", e);
        }
        throw new IllegalArgumentException("--red-noise: '" + text + "' is not LOG10A,GAMMA");
    }
}
