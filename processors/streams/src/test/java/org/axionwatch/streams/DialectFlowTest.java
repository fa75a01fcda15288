package org.axionwatch.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.topics.catalog.Topics;
import org.axionwatch.topics.ingest.Archive;
import org.axionwatch.topics.ingest.ArchiveItem;
import org.axionwatch.topics.ingest.ArchiveReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Archives of old dialects have a few TOAs an epoch: few residual curves come of them, and all are accounted for. */
class DialectFlowTest {

    @TempDir
    Path stateFolder;

    /** Frames are epochs without a pause of 0.25 d, counted in the files. */
    @ParameterizedTest
    @CsvSource({
        "NGC6440E.par, NGC6440E.tim, 36, 53, 1",
        "NGC6440E.par, NGC6440E.itoa, 36, 53, 1",
        "prefixtest.par, prefixtest.tim, 137, 137, 0"
    })
    void shouldAccountForEveryFrameThatIsTooShort(String par, String tim, int frames, int toas, int curves) {
        Archive archive = new ArchiveReader(false, 500).read(new ArchiveItem.Pulsar(format(par), format(tim)));
        try (TopologyDriver driver = new TopologyDriver("DialectFlowTest", stateFolder)) {
            archive.definitions()
                    .forEach(record ->
                            driver.send(Topics.PULSAR_EPHEMERIS, record.key(), (PulsarEphemeris) record.value()));
            archive.data()
                    .forEach(record ->
                            driver.send(Topics.PULSAR_TOA_FRAME, record.key(), (PulsarToaFrame) record.value()));

            assertThat(driver.deadLetters()).isEmpty();
            assertThat(driver.read(Topics.PULSAR_AXION_RESIDUAL)).hasSize(curves);
            assertThat(driver.accounts().steps().get("residual").skipped())
                    .isEqualTo(Map.of("too-few-toas", (long) frames));
            assertThat(driver.accounts().things().get("toas").skipped()).isEqualTo(Map.of("too-few-toas", (long) toas));
        }
    }

    private static Path format(String file) {
        Path path = Path.of(System.getProperty("axionwatch.root"), "../shared/data/pulsar/formats", file)
                .normalize();
        assumeTrue(Files.exists(path), "reference data are not beside the project: " + file);
        return path;
    }
}
