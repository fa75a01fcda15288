package org.axionwatch.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is simulated comes out of the whole stream: a strong line at its frequency and amplitude, nothing without. */
class SimulateIT {
    private static final double RESONANCE_MHZ = 1420;

    @TempDir
    private Path folder;

    @Test
    void shouldFindTheInjectedResonanceInSimulatedArrivalTimes() throws IOException {
        simulate("--epochs", "16", "--snr", "1.5", "--frequency", RESONANCE_MHZ, "--red-noise=-13.1,2.86");
        assertFound();
    }

    @Test
    void shouldFindTheInjectedResonanceInFoldedProfiles() throws IOException {
        simulate("--profiles", "--epochs", "16", "--snr", "1.5", "--frequency", RESONANCE_MHZ, "--integration", "3600");
        assertFound();
        JsonNode channels = ProgramRun.summary(folder.resolve("out")).path("channels");
        assertThat(channels.path("in").asLong()).isEqualTo(16 * 640);
        assertThat(ProgramRun.balances(channels)).isTrue();
    }

    @Test
    void shouldFindNothingWhenNothingIsInjected() throws IOException {
        simulate("--epochs", "16", "--red-noise=-13.1,2.86");
        assertThat(replay()).isEmpty();
        assertThat(ProgramRun.values(folder.resolve("out"), "pulsar.evidence.v1"))
                .hasSize(1);
    }

    private void assertFound() throws IOException {
        double amplitudeSeconds = ProgramRun.json(folder.resolve("sim/truth.json"))
                .path("resonance")
                .path("amplitudeSeconds")
                .asDouble();
        assertThat(replay()).singleElement().satisfies(alert -> {
            assertThat(alert.path("resonanceFrequencyMHz").asDouble()).isCloseTo(RESONANCE_MHZ, within(3.0));
            assertThat(alert.path("amplitude").asDouble())
                    .isCloseTo(
                            amplitudeSeconds,
                            within(4 * alert.path("amplitudeUncertainty").asDouble()));
        });
    }

    private List<JsonNode> replay() throws IOException {
        Path out = folder.resolve("out");
        ProgramRun run = ProgramRun.of("replay", folder.resolve("sim"), "--out", out);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(ProgramRun.summary(out).path("steps")).isNotEmpty().allMatch(ProgramRun::balances);
        return ProgramRun.values(out, "alert.candidate.v1");
    }

    private void simulate(Object... options) {
        List<String> arguments = new ArrayList<>(
                List.of("simulate", "--out", folder.resolve("sim").toString()));
        for (Object option : options) {
            arguments.add(option.toString());
        }
        int status = Axionwatch.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .execute(arguments.toArray(String[]::new));
        assertThat(status).isZero();
    }
}
