package org.axionwatch.app.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.axionwatch.app.simulate.SimulationArchive;
import org.axionwatch.app.simulate.SimulationRequest;
import org.axionwatch.physics.simulation.ObservationSimulator;
import org.axionwatch.physics.simulation.ObservingPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "simulate",
        description =
                "Simulates observations of a pulsar as an archive: .par, .tim or folded profiles, and truth.json.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Signal-to-noise ratios of the paper (arXiv:2505.16562, table 1): high 1.5 to 2, medium 1 to 1.5, low 0.5 to 1,",
            "extremely low 0.1 to 0.5.",
            "",
            "Examples:",
            "  axionwatch simulate --out sim --epochs 60 --seed 7",
            "  axionwatch simulate --out sim --snr 1.5 --frequency 1420 --red-noise=-13.1,2.86",
            "  axionwatch simulate --out sim --snr 1.5 --mass 1.2e-5",
            "  axionwatch simulate --out sim --profiles --epochs 16",
            "  axionwatch replay sim --out results"
        })
final class SimulateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "folder of the archive; an earlier simulation in it is replaced, anything else refused")
    private Path out = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "draws all noise; the same with and without a resonance (default ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "40",
            description = "observing epochs (default ${DEFAULT-VALUE})")
    private int epochs;

    @Option(
            names = "--cadence",
            paramLabel = "DAYS",
            defaultValue = "14",
            description = "from epoch to epoch (default ${DEFAULT-VALUE})")
    private double cadenceDays;

    @Option(
            names = "--subints",
            paramLabel = "N",
            defaultValue = "1",
            description = "sub-integrations of an epoch (default ${DEFAULT-VALUE})")
    private int subIntegrations;

    @Option(
            names = "--integration",
            paramLabel = "SECONDS",
            defaultValue = "1800",
            description = "length of a sub-integration (default ${DEFAULT-VALUE})")
    private double integrationSeconds;

    @Option(
            names = "--profiles",
            description = "write folded profiles (PSRFITS fold mode) and their template instead of arrival times")
    private boolean profiles;

    @Option(
            names = "--bins",
            paramLabel = "N",
            defaultValue = "256",
            description = "bins of a folded profile, a power of two (default ${DEFAULT-VALUE})")
    private int bins;

    @Mixin
    private SimulatedPulsarOptions pulsar = new SimulatedPulsarOptions();

    @Mixin
    private SimulatedReceiverOptions receiver = new SimulatedReceiverOptions();

    @Mixin
    private ResonanceOptions resonance = new ResonanceOptions();

    @Option(names = "--json", description = "print the truth as JSON")
    private boolean json;

    @Override
    public Integer call() {
        SimulationRequest request;
        try {
            request = request();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        ObjectNode truth = new SimulationArchive(out).write(request);
        PrintWriter printer = spec.commandLine().getOut();
        if (json) {
            printer.println(truth);
        } else {
            printer.println(sentence(request, truth));
        }
        printer.flush();
        return 0;
    }

    private SimulationRequest request() {
        var plan = new ObservingPlan(pulsar.startMjd(), epochs, cadenceDays, subIntegrations, integrationSeconds);
        var setup = new ObservationSimulator.Setup(pulsar.pulsar(), receiver.telescope(), receiver.band(), plan);
        return new SimulationRequest(pulsar.name(), setup, resonance.resonance(), seed, profiles ? bins : null);
    }

    private String sentence(SimulationRequest request, ObjectNode truth) {
        long channels = (long) request.setup().band().channels() * subIntegrations * epochs;
        String signal = request.resonance() == null
                ? "no resonance"
                : String.format(
                        Locale.ROOT,
                        "a resonance of %.3g us at %.3f MHz",
                        truth.path("resonance").path("amplitudeSeconds").asDouble() * 1e6,
                        request.resonance().resonanceMHz());
        return String.format(
                Locale.ROOT,
                "wrote %,d channels of %,d epochs of %s with %s to %s",
                channels,
                epochs,
                request.pulsar(),
                signal,
                out);
    }
}
