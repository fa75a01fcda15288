package org.axionwatch.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.axionwatch.records.pulsar.FoldedProfileFrame;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.topics.ingest.Archive;
import org.axionwatch.topics.ingest.ArchiveReader;
import org.axionwatch.topics.ingest.ArchiveScanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulateCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void shouldWriteAnArchiveThatIngestReadsWhole() {
        assertThat(simulate("--epochs", "3", "--subints", "2", "--red-noise=-13,3"))
                .isZero();

        Archive archive = archive();
        assertThat(archive.definitions()).hasSize(1);
        assertThat(archive.data()).hasSize(3).allSatisfy(record -> {
            PulsarToaFrame frame = (PulsarToaFrame) record.value();
            assertThat(frame.getObservatory()).isEqualTo("@");
            assertThat(frame.getChannels()).hasSize(1280);
        });
        assertThat(archive.account().toas()).isEqualTo(3840);
        assertThat(archive.account().skippedToas()).isEmpty();
    }

    @Test
    void shouldWriteFoldedProfilesThatIngestReadsWhole() {
        assertThat(simulate("--epochs", "2", "--subints", "3", "--profiles", "--bins", "64"))
                .isZero();

        Archive archive = archive();
        assertThat(archive.data()).hasSize(6).allSatisfy(record -> {
            FoldedProfileFrame frame = (FoldedProfileFrame) record.value();
            assertThat(frame.getBins()).isEqualTo(64);
            assertThat(frame.getChannels()).hasSize(640);
            assertThat(frame.getTemplate().getIntensities()).hasSize(64);
        });
        assertThat(folder.resolve("sim/SIM-J1933-6211.tim")).doesNotExist();
    }

    @Test
    void shouldWriteTheSameBytesWhenTheSeedIsTheSameAndOthersWhenItIsNot() throws IOException {
        List<String> texts = new ArrayList<>();
        for (String seed : List.of("5", "5", "6")) {
            assertThat(simulate("--epochs", "2", "--seed", seed)).isZero();
            texts.add(Files.readString(folder.resolve("sim/SIM-J1933-6211.tim")));
        }
        assertThat(texts.get(1)).isEqualTo(texts.get(0));
        assertThat(texts.get(2)).isNotEqualTo(texts.get(0));
    }

    /** m = 2 h nu with h = 4.135667696e-15 eV s: 1420 MHz is 1.174529626e-5 eV. */
    @Test
    void shouldWriteDownWhatWasInjected() throws IOException {
        assertThat(simulate("--epochs", "2", "--snr", "2", "--mass", "1.174529626e-5", "--json"))
                .isZero();

        JsonNode truth = new ObjectMapper().readTree(Files.readString(folder.resolve("sim/truth.json")));
        assertThat(new ObjectMapper().readTree(out.toString()).path("resonance"))
                .isEqualTo(truth.path("resonance"));
        assertThat(truth.path("resonance").path("frequencyMHz").asDouble()).isCloseTo(1420, within(1e-3));
        assertThat(truth.path("resonance").path("signalToNoise").asDouble()).isEqualTo(2);
        assertThat(truth.path("files")).extracting(JsonNode::asText).contains("SIM-J1933-6211.tim");
    }

    @Test
    void shouldReplaceAnEarlierSimulationButNothingElse() throws IOException {
        assertThat(simulate("--epochs", "1", "--pulsar", "SIM-A")).isZero();
        assertThat(simulate("--epochs", "1", "--pulsar", "SIM-B")).isZero();
        assertThat(folder.resolve("sim/SIM-A.tim")).doesNotExist();
        assertThat(folder.resolve("sim/SIM-B.tim")).exists();

        Files.writeString(folder.resolve("sim/notes.txt"), "mine");
        assertThat(simulate("--epochs", "1")).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("did not write");
        assertThat(folder.resolve("sim/SIM-B.tim")).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--epochs 0",
                "--epochs many",
                "--snr 2",
                "--frequency 1400",
                "--snr 2 --frequency 1400 --mass 1e-5",
                "--snr NaN --frequency 1400",
                "--red-noise 3",
                "--red-noise a,b",
                "--period 0",
                "--width 0.7",
                "--cadence 0.001",
                "--pulsar ../up",
                "--tiles 1000",
                "--profiles --bins 100",
            })
    void shouldExitWithTwoAndOneLineWhenUsageIsWrong(String options) {
        assertThat(simulate(options.split(" "))).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().startsWith("axionwatch: ");
        assertThat(folder).isEmptyDirectory();
    }

    private Archive archive() {
        var items = new ArchiveScanner(null).scan(List.of(folder.resolve("sim")));
        assertThat(items).hasSize(1);
        return new ArchiveReader(false, 500).read(items.get(0));
    }

    private int simulate(String... options) {
        List<String> arguments = new ArrayList<>(
                List.of("simulate", "--out", folder.resolve("sim").toString()));
        arguments.addAll(List.of(options));
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Axionwatch.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }
}
