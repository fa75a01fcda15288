package org.axionwatch.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AxionwatchTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

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
            })
    void shouldExitWithTwoAndOneLineWhenUsageIsWrong(String line) {
        assertThat(run(line.isEmpty() ? new String[0] : line.split(" "))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).singleElement().asString().startsWith("axionwatch: ");
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
