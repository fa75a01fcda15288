package org.axionwatch.app.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.axionwatch.app.cli.Axionwatch;
import org.axionwatch.topics.ingest.LimitCurve;
import org.axionwatch.topics.ingest.LimitCurveReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsExportTest {
    private static final String LIMIT =
            "{\"key\":\"light-axion\",\"value\":{\"hypothesis\":\"%s\",\"couplingName\":\"g_agamma\","
                    + "\"couplingUnit\":\"GeV^-1\",\"confidenceLevel\":0.95,\"contributors\":[\"a\\nb\"],\"conventions\":[\"one\"],"
                    + "\"points\":[{\"axionMassEv\":0.0,\"coupling\":4.1e-12,\"bestFit\":0.2,\"significance\":0.1,"
                    + "\"expectedMedian\":null},{\"axionMassEv\":1.2345678901234568E-5,\"coupling\":4.300000000000001E-12,"
                    + "\"bestFit\":0.2,\"significance\":0.1,\"expectedMinusOneSigma\":3.0E-12,\"expectedMedian\":4.0E-12,"
                    + "\"expectedPlusOneSigma\":5.0E-12,\"expectedPlusTwoSigma\":6.0E-12}]}}\n";

    @TempDir
    Path folder;

    @Test
    void shouldWriteNumbersThatReadBackAsTheSame() throws IOException {
        results("light-axion");

        assertThat(run(
                        "--from",
                        folder.resolve("results").toString(),
                        "--out",
                        folder.resolve("limits").toString()))
                .startsWith("0 ");

        LimitCurve curve = new LimitCurveReader().read(folder.resolve("limits/light-axion.txt"));
        assertThat(curve.massesEv()).containsExactly(1.2345678901234568e-5);
        assertThat(curve.couplings()).containsExactly(4.300000000000001e-12);
        assertThat(Files.readAllLines(folder.resolve("limits/light-axion.csv")))
                .containsExactly(
                        "axionMassEv,coupling,expectedMinusOneSigma,expectedMedian,expectedPlusOneSigma,expectedPlusTwoSigma,"
                                + "bestFit,significance",
                        "0.0,4.1E-12,,,,,0.2,0.1",
                        "1.2345678901234568E-5,4.300000000000001E-12,3.0E-12,4.0E-12,5.0E-12,6.0E-12,0.2,0.1");
        assertThat(Files.readAllLines(folder.resolve("limits/light-axion.txt"))).contains("# contributors: a b");
    }

    @Test
    void shouldKeepTheNameOfAHypothesisInsideTheFolder() throws IOException {
        results("../../evil");
        run(
                "--from",
                folder.resolve("results").toString(),
                "--out",
                folder.resolve("limits").toString());

        assertThat(folder.resolve("limits/.._.._evil.txt")).exists();
    }

    @Test
    void shouldSayInOneLineWhatIsNoResult() throws IOException {
        Files.createDirectories(folder.resolve("results"));
        String missing = run(
                "--from",
                folder.resolve("results").toString(),
                "--out",
                folder.resolve("limits").toString());
        Files.writeString(folder.resolve("results/axion.limit.v1.jsonl"), "{\"key\":\"a\",\"value\":{}}\n");
        String wrong = run(
                "--from",
                folder.resolve("results").toString(),
                "--out",
                folder.resolve("limits").toString());

        assertThat(missing).startsWith("1 ").contains("cannot be read");
        assertThat(wrong).startsWith("1 ").contains("axion.limit.v1.jsonl:1: is no limit");
        assertThat(folder.resolve("limits")).doesNotExist();
    }

    private void results(String hypothesis) throws IOException {
        Files.createDirectories(folder.resolve("results"));
        Files.writeString(folder.resolve("results/axion.limit.v1.jsonl"), LIMIT.formatted(hypothesis));
    }

    /** Exit status and what was printed. */
    private static String run(String... options) {
        StringWriter printed = new StringWriter();
        PrintWriter both = new PrintWriter(printed, true);
        String[] arguments = new String[options.length + 2];
        arguments[0] = "limits";
        arguments[1] = "export";
        System.arraycopy(options, 0, arguments, 2, options.length);
        int status = Axionwatch.commandLine().setOut(both).setErr(both).execute(arguments);
        return status + " " + printed;
    }
}
