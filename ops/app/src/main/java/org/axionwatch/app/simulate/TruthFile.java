package org.axionwatch.app.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axionwatch.physics.axion.FrequencyConvention;
import org.axionwatch.physics.simulation.BarycentricPulses;
import org.axionwatch.physics.simulation.InjectedResonance;
import org.axionwatch.physics.simulation.ObservationSimulator;
import org.axionwatch.physics.simulation.PowerLawRedNoise;
import org.axionwatch.physics.simulation.PulsedEmission;

/** {@code truth.json}: what was simulated and injected, and which files hold it. */
final class TruthFile {
    static final String NAME = "truth.json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROGRAM = "axionwatch simulate";

    private TruthFile() {}

    /** The truth of a request. */
    static ObjectNode of(SimulationRequest request) {
        ObservationSimulator.Setup setup = request.setup();
        ObjectNode truth = JsonNodeFactory.instance.objectNode();
        truth.put("program", PROGRAM).put("seed", request.seed());
        putPulsar(truth.putObject("pulsar").put("name", request.pulsar()), setup);
        truth.putObject("telescope")
                .put("systemTemperatureKelvin", setup.telescope().systemTemperatureKelvin())
                .put("gainKelvinPerJansky", setup.telescope().gainKelvinPerJansky())
                .put("polarisations", setup.telescope().polarisations());
        truth.putObject("band")
                .put("startMHz", setup.band().startMHz())
                .put("stopMHz", setup.band().stopMHz())
                .put("channels", setup.band().channels());
        truth.putObject("plan")
                .put("startMjd", setup.plan().startMjd())
                .put("epochs", setup.plan().epochs())
                .put("cadenceDays", setup.plan().cadenceDays())
                .put("subIntegrations", setup.plan().subIntegrations())
                .put("integrationSeconds", setup.plan().integrationSeconds());
        truth.put("profileBins", request.profileBins());
        truth.set("resonance", resonance(request));
        return truth;
    }

    private static void putPulsar(ObjectNode node, ObservationSimulator.Setup setup) {
        BarycentricPulses pulses = setup.pulsar().pulses();
        PulsedEmission emission = setup.pulsar().emission();
        node.put("spinFrequencyHz", pulses.spin().frequencyHz())
                .put("spinFrequencyDerivativeHzPerS", pulses.spin().derivativeHzPerS())
                .put("epochMjd", pulses.spin().epochMjd())
                .put("dispersionMeasurePcPerCm3", pulses.medium().dispersionMeasurePcPerCm3())
                .put("meanFluxJy", emission.meanFluxJy())
                .put("fluxReferenceMHz", emission.referenceMHz())
                .put("spectralIndex", emission.spectralIndex())
                .put("fullWidthTurns", emission.fullWidthTurns());
        PowerLawRedNoise redNoise = setup.pulsar().redNoise();
        if (redNoise == null) {
            node.putNull("redNoise");
        } else {
            node.putObject("redNoise")
                    .put("log10Amplitude", redNoise.log10Amplitude())
                    .put("spectralIndex", redNoise.spectralIndex())
                    .put("components", redNoise.components())
                    .put("spanSeconds", setup.plan().spanSeconds());
        }
    }

    private static JsonNode resonance(SimulationRequest request) {
        InjectedResonance resonance = request.resonance();
        if (resonance == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("frequencyMHz", resonance.resonanceMHz())
                .put("axionMassEv", FrequencyConvention.PHYSICAL.resonantMassEv(resonance.resonanceMHz() * 1e6))
                .put("signalToNoise", resonance.signalToNoise())
                .put("amplitudeSeconds", request.simulator().resonanceAmplitudeSeconds())
                .put("lineShape", resonance.line().shape().name())
                .put("halfWidthMHz", resonance.line().halfWidthMHz());
    }

    static void write(ObjectNode truth, List<String> files, Path folder) throws IOException {
        var names = truth.putArray("files");
        files.forEach(names::add);
        Files.writeString(
                folder.resolve(NAME), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(truth) + "\n");
    }

    /** Names of the files of an earlier simulation in a folder, {@value #NAME} among them; empty where there is none. */
    static Set<String> filesIn(Path folder) {
        Set<String> files = new HashSet<>();
        try {
            JsonNode truth = JSON.readTree(Files.readString(folder.resolve(NAME)));
            if (truth.path("program").asText().equals(PROGRAM)) {
                truth.path("files").forEach(file -> files.add(file.asText()));
                files.add(NAME);
            }
        } catch (IOException e) {
            // Nothing there that this program wrote: then nothing there may be replaced.
            return Set.of();
        }
        return files;
    }
}
