package org.axionwatch.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.axionwatch.app.SharedCluster;
import org.axionwatch.app.cli.Axionwatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Run(int status, String out, String err) {
        JsonNode json() throws IOException {
            return JSON.readTree(out);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void shouldRecoverWhatWasInjectedAndStaySilentElsewhere(long seed) throws IOException {
        Run run = demo("--once", "--json", "--seed", Long.toString(seed));
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        JsonNode result = run.json();
        assertThat(result.path("alerts").asInt()).isEqualTo(2);
        assertThat(verdicts(result)).hasSize(13).containsOnly("RECOVERED", "SILENT");
        assertThat(verdicts(result)).filteredOn("RECOVERED"::equals).hasSize(2);
        assertCounts(result);
    }

    @Test
    void shouldRaiseNoAlertWhenNothingIsInjected() throws IOException {
        Run run = demo("--once", "--json", "--no-signal", "--seed", "11");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.json().path("alerts").asInt()).isZero();
        assertThat(verdicts(run.json())).hasSize(13).containsOnly("SILENT");
    }

    @Test
    void shouldPrintTableAndAccountsForAPersonAndLeaveNoFolderBehind() {
        Run run = demo("--once", "--seed", "13");
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("J1856", "SIM-CLUSTER-1", "residual", "likelihood", "undecodable", "every verdict holds");
        assertThat(SharedCluster.dataFolder().toFile().list((folder, name) -> name.startsWith("demo-")))
                .isEmpty();
    }

    @Test
    void shouldCallAnUnreadableSeedWrongUsage() {
        Run run = demo("--once", "--seed", "many");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--seed");
    }

    private static void assertCounts(JsonNode result) {
        JsonNode residual = result.path("steps").path("residual");
        assertThat(residual.path("deadLettered").asLong()).isEqualTo(1);
        assertThat(residual.path("duplicate").asLong()).isEqualTo(1);
        assertThat(residual.path("skipped").path("too-few-toas").asLong()).isEqualTo(1);
        assertThat(residual.path("in").asLong())
                .isEqualTo(3 + residual.path("out").asLong());
        JsonNode likelihood = result.path("steps").path("likelihood");
        assertThat(likelihood.path("duplicate").asLong()).isEqualTo(1);
        assertThat(likelihood.path("in").asLong())
                .isEqualTo(1 + likelihood.path("out").asLong());
    }

    private static List<String> verdicts(JsonNode result) {
        List<String> verdicts = new ArrayList<>();
        result.path("sources")
                .forEach(source -> verdicts.add(source.path("verdict").asText()));
        return verdicts;
    }

    private static Run demo(String... arguments) {
        List<String> line = new ArrayList<>(List.of("demo"));
        line.addAll(List.of(arguments));
        Path dataFolder = SharedCluster.dataFolder();
        line.addAll(List.of(
                "--bootstrap", SharedCluster.get().bootstrapServers(),
                "--registry", SharedCluster.get().registryUrl(),
                "--data-folder", dataFolder.toString()));
        var out = new StringWriter();
        var err = new StringWriter();
        int status = Axionwatch.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(line.toArray(String[]::new));
        return new Run(status, out.toString(), err.toString());
    }
}
