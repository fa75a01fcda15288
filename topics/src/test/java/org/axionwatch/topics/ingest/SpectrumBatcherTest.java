package org.axionwatch.topics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.axionwatch.records.xray.XrayEventBatch;
import org.axionwatch.topics.catalog.Topics;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 3C 273 with its background, arf and rmf as one archive. */
class SpectrumBatcherTest {
    private static final String DESCRIPTION =
            """
            source: 3c273
            name: 3C 273
            hypothesis: light-axion
            couplingName: g_agamma
            couplingUnit: GeV^-1
            referenceCoupling: 1.0e-11
            couplingPower: 4
            energyEdgesKeV: [0.5, 2.0, 7.0]
            signalPhotonFluxes: [1.0e-6, 1.0e-6]
            response: {responseId: acis, arf: 3c273.arf, rmf: 3c273.rmf}
            regions:
              - {name: on, shape: CIRCLE, centreX: 0, centreY: 0, radius: 1, signalFraction: 1, backgroundShape: 1}
              - {name: off, shape: ANNULUS, centreX: 0, centreY: 0, innerRadius: 1, radius: 2, signalFraction: 0,
                 backgroundShape: 7.41176}
            """;

    @TempDir
    Path folder;

    private final ArchiveReader reader = new ArchiveReader(false, EventBatcher.DEFAULT_EVENTS);

    @BeforeEach
    void copyFiles() throws IOException {
        for (String name : List.of("3c273.pi", "3c273_bg.pi", "3c273.arf", "3c273.rmf")) {
            Files.copy(SharedData.file("xray/chandra-3c273/" + name), folder.resolve(name));
        }
        Files.writeString(folder.resolve("3c273.yaml"), DESCRIPTION);
    }

    private Archive read() {
        List<ArchiveItem> items = new ArchiveScanner(null).scan(List.of(folder));
        assertThat(items).hasSize(1);
        return reader.read(items.get(0));
    }

    private void assertRefused(Reason reason, String message) {
        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(ArchiveFormatException.class, e -> assertThat(e.reason())
                        .isEqualTo(reason))
                .hasMessageContaining(message);
    }

    @Test
    void shouldPublishTheCountsOfSpectrumAndBackgroundOnTheBinsOfTheSource() {
        Archive archive = read();

        assertThat(archive.definitions())
                .extracting(ArchiveRecord::topic)
                .containsExactly(Topics.XRAY_RESPONSE, Topics.XRAY_SOURCE);
        var batch = (XrayEventBatch) archive.data().get(0).value();
        // Channels whose middle lies in 0.5 to 2 and 2 to 7 keV, summed with numpy: on, off, on, off.
        assertThat(batch.getBinnedCounts()).containsExactly(360L, 25L, 299L, 65L);
        assertThat(batch.getBinnedOutside()).isEqualTo(203);
        assertThat(batch.getLivetimeSeconds()).isEqualTo(38564.608926889);
        assertThat(batch.getObservation()).isEqualTo("459");
        assertThat(batch.getGoodTimeIntervals()).isNotEmpty();
        assertThat(batch.getReferenceEpoch().getDay()).isEqualTo(50814);
        assertThat(archive.account().events()).isEqualTo(736 + 216);
        // 2000-01-10: 63,874,035 s after MJD 50814.
        assertThat(archive.data().get(0).timestampMs() / 86_400_000L).isEqualTo(50814 - 40587 + 739);
    }

    @Test
    void shouldRefuseBackgroundShapesThatAreNotThoseOfTheFiles() throws Exception {
        Files.writeString(folder.resolve("3c273.yaml"), DESCRIPTION.replace("7.41176", "7.5"));
        assertRefused(Reason.INVALID_DESCRIPTION, "must be 7.411");
    }

    @Test
    void shouldRefuseABadChannelInsideTheBins() throws Exception {
        // One background channel of the same file with quality 5 everywhere: QUALITY = 0 is a keyword there.
        Path file = folder.resolve("3c273_bg.pi");
        FitsBytes.edited(file, file, "QUALITY =                    0", "QUALITY =                    5");
        assertRefused(Reason.OUT_OF_RANGE, "QUALITY of channel");
    }

    @Test
    void shouldRefuseFilesThatAreMissingOrLieElsewhere() throws Exception {
        Path file = folder.resolve("3c273.pi");
        FitsBytes.edited(file, file, "'3c273_bg.pi'", "'../bg_bg.pi'");
        assertRefused(Reason.OUTSIDE_FOLDER, "../bg_bg.pi");
        FitsBytes.edited(file, file, "'../bg_bg.pi'", "'absentbg.pi'");
        assertRefused(Reason.NOT_READABLE, "absentbg.pi");
    }
}
