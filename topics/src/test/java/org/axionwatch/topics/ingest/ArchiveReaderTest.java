package org.axionwatch.topics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.records.pulsar.TimingJump;
import org.axionwatch.topics.catalog.Topics;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchiveReaderTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("axionwatch.root", ".."), "topics/src/main/examples/m82-chandra.yaml");

    @TempDir
    Path folder;

    private final ArchiveReader reader = new ArchiveReader(false, EventBatcher.DEFAULT_EVENTS);

    @Test
    void shouldReadAPulsarGivenAsParAndTim() {
        String stem = "pulsar/nanograv/J2214+3000_NANOGrav_12yv3";
        var items = new ArchiveScanner(null)
                .scan(List.of(SharedData.file(stem + ".gls.par"), SharedData.file(stem + ".tim")));

        Archive archive = reader.read(items.get(0));

        assertThat(archive.definitions()).extracting(ArchiveRecord::topic).containsExactly(Topics.PULSAR_EPHEMERIS);
        assertThat(archive.data()).hasSize(131).allSatisfy(record -> {
            assertThat(record.topic()).isEqualTo(Topics.PULSAR_TOA_FRAME);
            assertThat(record.key()).isEqualTo("J2214+3000");
        });
        assertThat(archive.account().toaLines()).isEqualTo(6269);
    }

    @Test
    void shouldTellTheEphemerisTheSpanOfTheWholeArchive() {
        Archive archive = reader.read(new ArchiveItem.Pulsar(
                SharedData.file("pulsar/simulated/fake1933.par"),
                SharedData.file("pulsar/simulated/fake1933_null.tim")));

        var ephemeris = (PulsarEphemeris) archive.definitions().get(0).value();
        // tspan_s of fake1933_null.fit.json, PINT's own
        assertThat(ephemeris.getTimeSpanSeconds()).isEqualTo(98_553_600.0034696, within(1e-6));
        assertThat(ephemeris.getFittedTerms()).containsExactly("F0", "F1", "DM", "DM1", "FD1", "FD2", "FD3");
    }

    @ParameterizedTest
    @CsvSource({
        "NGC6440E.par, NGC6440E.tim, 1748-2021E, 62, 53478.2858714192189, 54187.5873241699155",
        "NGC6440E.par, NGC6440E.itoa, 1748-2021E, 62, 53478.2858714192289, 54187.5873241699201",
        "prefixtest.par, prefixtest.tim, J0007+7303, 137, 54686.68518221692827552, 56585.54599521230362313"
    })
    void shouldReadArchivesOfOtherDialects(
            String par, String tim, String pulsar, int toas, double firstMjd, double lastMjd) {
        String folderOfFormats = "pulsar/formats/";
        Archive archive = reader.read(
                new ArchiveItem.Pulsar(SharedData.file(folderOfFormats + par), SharedData.file(folderOfFormats + tim)));

        assertThat(archive.account().toas()).isEqualTo(toas);
        assertThat(archive.account().skippedToas()).isEmpty();
        assertThat(archive.data()).isNotEmpty().allMatch(record -> record.key().equals(pulsar));
        var ephemeris = (PulsarEphemeris) archive.definitions().get(0).value();
        assertThat(ephemeris.getTimeSpanSeconds()).isEqualTo((lastMjd - firstMjd) * 86_400, within(1e-5));
    }

    @Test
    void shouldFitTheJumpBlocksOfTheTimFileUnlessTheParFileHasThem() throws Exception {
        Path par = Files.writeString(
                folder.resolve("a.par"),
                "PSR J0\nF0 3.2\nPEPOCH 57000\nDM 20\nJUMP -fe L 1e-6 0\nJUMP -tim_jump 2 3e-6 0\n");
        Archive archive = reader.read(new ArchiveItem.Pulsar(par, SharedData.file("pulsar/formats/test1.tim")));

        var ephemeris = (PulsarEphemeris) archive.definitions().get(0).value();
        assertThat(ephemeris.getJumps())
                .containsExactly(
                        new TimingJump("JUMP1", "fe", "L", 1e-6),
                        new TimingJump("JUMP2", "tim_jump", "2", 3e-6),
                        new TimingJump("JUMP3", "tim_jump", "1", 0.0));
        assertThat(ephemeris.getFittedTerms()).containsExactly("JUMP3");
    }

    @Test
    void shouldCountTheToasThatNoFrameCanHold() throws Exception {
        Path par = Files.writeString(folder.resolve("a.par"), "PSR J0\nF0 3.2\nPEPOCH 57000\nDM 20\n");
        Archive archive = reader.read(
                new ArchiveItem.Pulsar(par, SharedData.file("pulsar/formats/mixed_narrowband_wideband.tim")));

        assertThat(archive.account().toas()).isEqualTo(4);
        assertThat(archive.account().skippedToas()).containsExactly(Map.entry("infinite-frequency", 2));
        assertThat(archive.account().toaLines()).isEqualTo(6);

        Archive empty =
                reader.read(new ArchiveItem.Pulsar(par, SharedData.file("pulsar/formats/barycentred_dummy_freq.tim")));
        assertThat(empty.data()).isEmpty();
        assertThat(empty.account().toaLines()).isEqualTo(4);
        assertThat(((PulsarEphemeris) empty.definitions().get(0).value()).getTimeSpanSeconds())
                .isNull();
    }

    @Test
    void shouldReadAnEventListWithItsDescription() {
        var items = new ArchiveScanner(EXAMPLE).scan(List.of(SharedData.file("xray/events/chandra_test.fits")));

        Archive archive = reader.read(items.get(0));

        assertThat(archive.account().events()).isEqualTo(4612);
        assertThat(archive.definitions()).extracting(ArchiveRecord::topic).containsExactly(Topics.XRAY_SOURCE);
        assertThat(archive.data())
                .hasSize(10)
                .isSortedAccordingTo((a, b) -> Long.compare(a.timestampMs(), b.timestampMs()));
    }

    @Test
    void shouldReadAResidualTable() {
        var items = new ArchiveScanner(null).scan(List.of(SharedData.file("pulsar/residuals/B1855+09.csv")));

        Archive archive = reader.read(items.get(0));

        assertThat(archive.account().toas()).isEqualTo(7758);
        var first = ((PulsarToaFrame) archive.data().get(0).value());
        assertThat(first.getObservatory()).isEqualTo("@");
        assertThat(first.getBackend()).isEqualTo("L-wide_ASP");
        var channel = first.getChannels().get(0);
        assertThat(channel.getDelaySeconds()).isEqualTo(-1.5705979616282663e-06);
        // 4610193725.55279 s = 53358 d + 62525.55279 s
        assertThat(channel.getTime().getDay()).isEqualTo(53358);
        assertThat(channel.getTime().getFraction() * 86_400).isEqualTo(62_525.55279, within(1e-9));
    }

    @Test
    void shouldPairTheFilesOfAFolderByTheBeginningOfTheirNames() throws Exception {
        for (String name : List.of("J0001+01.gls.par", "J0001+01.tim", "J0002+02.par", "J0002+02_x.tim", "z.tim")) {
            Files.writeString(folder.resolve(name), "");
        }

        assertThat(new ArchiveScanner(null).scan(List.of(folder)))
                .containsExactly(
                        new ArchiveItem.Pulsar(folder.resolve("J0001+01.gls.par"), folder.resolve("J0001+01.tim")),
                        new ArchiveItem.Pulsar(folder.resolve("J0002+02.par"), folder.resolve("J0002+02_x.tim")));
    }

    @Test
    void shouldRefuseWhatCannotBePairedOrLeavesTheFolder() throws Exception {
        Path lonely = Files.writeString(folder.resolve("a.tim"), "");
        assertThatThrownBy(() -> new ArchiveScanner(null).scan(List.of(lonely)))
                .isInstanceOfSatisfying(ArchiveFormatException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.AMBIGUOUS_PAIR));

        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.createSymbolicLink(inside.resolve("a.tim"), lonely);
        assertThatThrownBy(() -> new ArchiveScanner(null).scan(List.of(inside)))
                .isInstanceOfSatisfying(ArchiveFormatException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.OUTSIDE_FOLDER));
    }
}
