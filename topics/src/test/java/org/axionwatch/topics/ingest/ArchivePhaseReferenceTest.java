package org.axionwatch.topics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.axionwatch.records.pulsar.PhaseReference;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.time.MjdInstant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivePhaseReferenceTest {

    private static final String PAR = "PSR J0001+0001\nF0 250 1\nPEPOCH 58000\nDM 10\n";

    @TempDir
    Path folder;

    @Test
    void shouldBeTheFirstArrivalAtTheBarycentreWhenTheParNamesNone() throws IOException {
        PhaseReference reference = reference(PAR, "@");

        assertThat(reference).isEqualTo(new PhaseReference(new MjdInstant(58000, 0.25), "@", 1500.0));
    }

    @Test
    void shouldBeTheOneThatTheParNames() throws IOException {
        PhaseReference reference = reference(PAR + "TZRMJD 57999.5\nTZRSITE @\nTZRFRQ 1400\n", "@");

        assertThat(reference).isEqualTo(new PhaseReference(new MjdInstant(57999, 0.5), "@", 1400.0));
    }

    @Test
    void shouldBeNoneWhenArrivalTimesAreTopocentric() throws IOException {
        assertThat(reference(PAR, "gbt")).isNull();
    }

    private PhaseReference reference(String par, String site) throws IOException {
        String toas = "FORMAT 1\n"
                + "a 1400.0 58000.500000000 1.0 " + site + " -be X\n"
                + "b 1500.0 58000.250000000 1.0 " + site + " -be X\n";
        Archive archive = new ArchiveReader(false, EventBatcher.DEFAULT_EVENTS)
                .read(new ArchiveItem.Pulsar(
                        Files.writeString(folder.resolve("p.par"), par),
                        Files.writeString(folder.resolve("p.tim"), toas)));
        return ((PulsarEphemeris) archive.definitions().get(0).value()).getPhaseReference();
    }
}
