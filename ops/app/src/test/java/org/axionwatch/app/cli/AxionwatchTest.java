package org.axionwatch.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxionwatchTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void shouldPrintExamplesWhenAskedForHelp() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Examples:", "Exit status: 0 done, 1 failed, 2 wrong usage.");
        Axionwatch.commandLine().getSubcommands().forEach((name, command) -> assertThat(command.getUsageMessage())
                .as(name)
                .contains("Example", "axionwatch " + name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "topics",
                "topics check --no-such-flag",
                "settings --json --markdown",
                "topics check --partitions many",
                "replay",
                "replay a.par --speed 0",
                "replay a.par --speed NaN",
                "replay a.par --speed soon",
                "replay a.par --speed 10 --shuffle 1",
                "replay a.par --shuffle x",
                "replay a.par --id no/slash",
                "ingest",
                "ingest a.par",
                "run",
                "run --config absent.yaml",
                "calc",
                "calc constants name",
                "calc constants name=a name=b",
            })
    void shouldExitWithTwoAndOneLineWhenUsageIsWrong(String line) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).singleElement().asString().startsWith("axionwatch: ");
    }

    @Test
    void shouldExitWithOneAndOneLineWhenAFileIsMissing() {
        assertThat(run("replay", "absent.par", "--data-folder", folder.toString()))
                .isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("absent.par");
    }

    @Test
    void shouldComputeAFunction() {
        assertThat(run("calc", "pulsar.resonance-frequency", "ma_eV=1e-5", "convention=physical"))
                .isZero();
        // m c^2 / 2 h with h = 4.135667696e-15 eV s (CODATA 2018)
        assertThat(Double.parseDouble(out.toString())).isCloseTo(1.2089946e9, withinPercentage(1e-5));
    }

    @Test
    void shouldExitWithOneAndTheReasonWhenAFunctionIsUnknown() {
        assertThat(run("calc", "no.such-function")).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("no.such-function");
    }

    @Test
    void shouldAnswerEachLineOfAVectorFile() throws Exception {
        Path file = Files.writeString(
                folder.resolve("v.jsonl"),
                """
                {"id":"a","function":"constants","inputs":{"name":"hbar_eV_s"}}
                {"id":"b","function":"no.such-function","inputs":{}}
                not JSON
                """);
        assertThat(run("calc", "--vectors", file.toString())).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("{\"id\":\"a\",\"output\":6.58211");
        assertThat(lines.get(1)).startsWith("{\"id\":\"b\",\"error\":");
        assertThat(lines.get(2)).startsWith("{\"id\":null,\"error\":");
    }

    @Test
    void shouldPrintTheVersionTheBuildWrote() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).matches("axionwatch \\d+\\.\\d+\\.\\d+\\S*\\R");
    }

    @Test
    void shouldListSettingsAsJson() throws Exception {
        assertThat(run("settings", "--json")).isZero();
        assertThat(new ObjectMapper().readTree(out.toString()))
                .anySatisfy(setting ->
                        assertThat(setting.path("environmentVariable").asText()).isEqualTo("AXIONWATCH_DATA_FOLDER"));
    }

    private int run(String... arguments) {
        return Axionwatch.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
