package org.axionwatch.topics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.records.pulsar.ToaChannel;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.axionwatch.topics.ingest.TimToa.Flag;
import org.axionwatch.topics.ingest.TimToa.WidebandDm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that peers' software read wrongly, one of each dialect; expected values are copied from the files by hand. */
class ToaDialectsTest {
    @TempDir
    Path folder;

    private final TimFileReader reader = new TimFileReader(false);

    private TimFile shared(String name) {
        return reader.read(SharedData.file("pulsar/formats/" + name));
    }

    private TimFile read(String text) throws IOException {
        return reader.read(Files.writeString(folder.resolve("a.tim"), text));
    }

    private void assertRefused(String text, Reason reason, String place) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(ArchiveFormatException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.place()).isEqualTo(place);
        });
    }

    private static void assertToa(TimToa toa, String site, double frequencyMHz, String mjd, double microseconds) {
        assertThat(toa.site()).isEqualTo(site);
        assertThat(toa.datum().frequencyMHz()).isEqualTo(frequencyMHz);
        assertThat(toa.datum().uncertaintySeconds()).isEqualTo(microseconds * 1e-6, within(1e-18));
        var time = toa.datum().time();
        var kept = BigDecimal.valueOf(time.getDay()).add(new BigDecimal(time.getFraction()));
        var errorDays = kept.subtract(new BigDecimal(mjd)).abs();
        assertThat(errorDays).isLessThan(new BigDecimal("1e-15")); // 0.09 ns
    }

    @Test
    void shouldReadPrincetonColumns() {
        TimFile file = shared("NGC6440E.tim");

        assertThat(file.toas()).hasSize(62);
        assertThat(file.skipped()).isEmpty();
        assertToa(file.toas().get(0), "1", 1949.609, "53478.2858714192189", 21.71);
        assertToa(file.toas().get(3), "1", 1724.609, "53679.8756459205251", 25.46);
        assertThat(file.toas().get(0).flags()).isEmpty();
        assertThat(file.toas()).noneMatch(toa -> toa.datum().time().getDay() == 53771); // a comment line
    }

    @Test
    void shouldCountOldPrincetonDatesFromTheirOriginAndSplitTouchingColumns() {
        List<TimToa> toas = shared("princeton_old_mjd_offsets.tim").toas();

        assertThat(toas).hasSize(3);
        assertToa(toas.get(0), "6", 1666.0, "50852.5886574493316", 25.6);
        assertToa(toas.get(1), "6", 1667.0, "48190.9010416342947", 6.2);
        assertToa(toas.get(2), "6", 1666.0, "49188.1379629521572", 7.8);
        assertThat(toas.get(2).flags()).containsExactly(new Flag("id", "37 1744-24"));
    }

    @Test
    void shouldKeepADispersionCorrectionOfAPrincetonLineAsFlag() throws Exception {
        String columns = "3                349.999 55656.3983754206933    2.943               ";
        assertThat(read(columns + "-0.00125\n").toas().get(0).flags()).containsExactly(new Flag("ddm", "-0.00125"));
        assertThat(read(columns + " 0.00000\n").toas().get(0).flags()).isEmpty();
    }

    @Test
    void shouldReadParkesColumns() {
        TimFile file = shared("parkes.toa");

        assertThat(file.toas()).hasSize(8);
        assertThat(file.toas().get(1).name()).isEqualTo("PUPPI_J2044+28_58852_679");
        assertToa(file.toas().get(1), "@", 1433.237, "58852.7921241426833", 248.48);
        assertToa(file.toas().get(7), "@", 431.922, "59000.3318112360150", 180.83);
        assertThat(file.toas()).allMatch(toa -> toa.flags().isEmpty());
    }

    @Test
    void shouldKeepThePhaseOffsetOfAParkesLine() throws Exception {
        TimToa toa = shared("parkes_nonzero_phase_offset.tim").toas().get(0);

        assertToa(toa, "@", 432.342, "58852.7590686063892", 120.75);
        assertThat(toa.flag("phase")).hasValue("1.0");

        String line = " PUPPI_J2044+28_58852_652 432.3420  58852.7590686063892   -0.25  120.75        @\n";
        assertThat(read("PHASE 2\n" + line).toas().get(0).flag("phase")).hasValue("1.75");
    }

    @Test
    void shouldReadItoaColumns() {
        List<TimToa> toas = shared("NGC6440E.itoa").toas();
        List<TimToa> princeton = shared("NGC6440E.tim").toas();

        assertThat(toas).hasSize(62);
        assertThat(toas.get(0).name()).isEqualTo("1748-2021");
        assertToa(toas.get(0), "GB", 1949.609, "53478.2858714192289", 21.71);
        assertThat(toas.get(0).flags()).isEmpty();
        for (int i = 0; i < toas.size(); i++) {
            var itoa = toas.get(i).datum();
            var other = princeton.get(i).datum();
            assertThat(itoa.frequencyMHz()).isEqualTo(other.frequencyMHz());
            assertThat(itoa.time().getFraction())
                    .isEqualTo(other.time().getFraction(), within(2e-11)); // the files differ by up to 1 us
        }
    }

    @Test
    void shouldReadPrincetonFormatOneAndCommandsMixedThroughIncludes() {
        TimFile file = shared("test1.tim");

        assertThat(file.toas()).hasSize(9);
        assertThat(file.skipped())
                .isEqualTo(Map.of("below-FMIN", 1, "skipped-by-SKIP", 3, "above-EMAX", 2, "after-END", 1));
        List<TimToa> toas = file.toas();
        assertToa(toas.get(0), "gbt", 1404.0, "55336.989701997555466", 3.469);
        assertThat(toas.get(0).flag("be")).hasValue("GASP");
        assertToa(toas.get(2), "gb", 1408.0, "55336.989701996723497", 3.842);
        assertThat(toas.subList(0, 3)).allMatch(toa -> toa.flag("tim_jump").equals(Optional.of("1")));
        assertThat(toas.get(2).flag("info")).hasValue("test1");
        // EFAC 0.8 and EQUAD 0.2: sqrt((0.8 * 2.943)^2 + 0.2^2) = 2.362879; TIME 1.0 is 1/86400 d
        assertToa(toas.get(3), "3", 349.999, "55656.3983869947673741", 2.362879463705248);
        assertThat(toas.get(3).flag("info")).hasValue("test2");
        assertToa(toas.get(4), "3", 349.999, "55656.3988434316808", Math.sqrt(0.64 * 3.367 * 3.367 + 0.04));
        assertToa(toas.get(8), "3", 349.999, "55729.1494837408711", Math.sqrt(0.64 * 8.781 * 8.781 + 0.04));
        assertThat(toas.get(8).flag("tim_jump")).hasValue("2");
        assertThat(toas.subList(3, 8)).allMatch(toa -> toa.flag("tim_jump").isEmpty());
    }

    @Test
    void shouldFollowIncludesRelativeToTheIncludingFile() {
        List<TimToa> toas = shared("chained_include/test.tim").toas();

        assertThat(toas).extracting(TimToa::name).containsExactly("toa1", "toa2", "toa3");
        assertToa(toas.get(2), "gbt", 1404.0, "55338.989701997555466", 3.469);
    }

    @Test
    void shouldReadFormatOneLinesThatBeginWithABlank() {
        TimFile file = shared("leading_space_tempo2_issue1319.tim");

        assertThat(file.toas()).hasSize(5);
        assertToa(file.toas().get(0), "pks", 1102.0, "58765.09374976854768846", 22.046);
        assertThat(file.toas().get(2).site()).isEqualTo("pk");
        assertThat(file.toas().get(2).flags()).containsExactly(new Flag("", "s"));
        assertToa(file.toas().get(4), "pks", 1115.362, "59091.46028405561133567", 14.033);
    }

    @Test
    void shouldReadNarrowbandBesideWidebandToas() {
        TimFile file = shared("mixed_narrowband_wideband.tim");

        assertThat(file.toas()).hasSize(6);
        assertThat(file.toas().get(1).datum().frequencyMHz()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(file.toas().get(3).datum().dispersionMeasure()).isNull();
        assertThat(file.toas().get(4).datum().dispersionMeasure()).isEqualTo(new WidebandDm(20, 1e-6));
        assertThat(file.toas().get(5).datum().dispersionMeasure()).isEqualTo(new WidebandDm(10, 1e-6));

        List<ToaChannel> channels = new FrameAssembler()
                .assemble("J0", file).stream()
                        .flatMap(f -> f.getChannels().stream())
                        .toList();
        assertThat(channels)
                .extracting(ToaChannel::getDispersionMeasurePcPerCm3)
                .containsExactly(null, null, 20.0, 10.0);
    }

    @Test
    void shouldReadInfiniteFrequenciesAndZeroUncertaintiesButLeaveThemOutOfFrames() {
        TimFile file = shared("barycentred_dummy_freq.tim");

        assertThat(file.toas()).hasSize(4);
        assertToa(file.toas().get(0), "@", Double.POSITIVE_INFINITY, "56400", 1.0);
        assertThat(file.toas().get(0).flags())
                .containsExactly(new Flag("some", "argument"), new Flag("another", "argument"));
        assertToa(file.toas().get(1), "bat", Double.POSITIVE_INFINITY, "60000", 0.0);
        assertThat(new FrameAssembler().assemble("J0", file)).isEmpty();
        assertThat(file.forFrames().skipped()).isEqualTo(Map.of("infinite-frequency", 4));
    }

    @Test
    void shouldLeaveToasWithoutWeightOutOfFramesUnlessAnEquadGivesThemOne() throws Exception {
        TimFile file = read("FORMAT 1\nx 1400 58000 0 gbt\nEQUAD 2\nx 1400 58000 0.000 gbt\n");

        assertThat(file.forFrames().skipped()).isEqualTo(Map.of("zero-uncertainty", 1));
        assertThat(file.forFrames().toas()).extracting(TimToa::index).containsExactly(1);
    }

    @Test
    void shouldReadAFormatOneFileOfOneName() {
        TimFile file = shared("prefixtest.tim");

        assertThat(file.toas()).hasSize(137);
        assertToa(file.toas().get(0), "7", 1440.0, "54686.68518221692827552", 1000);
        assertThat(new FrameAssembler().assemble("J0007+7303", file)).hasSize(137);
    }

    @Test
    void shouldPutUnnamedToasThatAreCloseInTimeIntoOneFrame() {
        List<PulsarToaFrame> frames = new FrameAssembler().assemble("J1748-2021E", shared("NGC6440E.tim"));

        PulsarToaFrame busiest = frames.stream()
                .filter(frame -> frame.getObservation().equals("NGC6440E@53679.87"))
                .findFirst()
                .orElseThrow();
        assertThat(busiest.getChannels())
                .extracting(ToaChannel::getFrequencyMHz)
                .containsExactly(1724.609, 1874.609, 2024.609, 2174.609, 1949.609);
        assertThat(busiest.getChannels())
                .extracting(ToaChannel::getSubIntegration)
                .containsOnly(0);
        assertThat(frames.stream().mapToInt(f -> f.getChannels().size()).sum()).isEqualTo(62);
    }

    @Test
    void shouldNameTheLineThatIsInNoDialect() {
        assertRefused("x 1400 58000.5 1 gbt\n", Reason.UNKNOWN_DIALECT, "a.tim:1");
        assertRefused(
                " PUPPI_J2044+28_58852_652 432.3420  58852.7590686063892    0.00  120.75\n",
                Reason.TOO_FEW_FIELDS,
                "a.tim:1");
        assertRefused("1               1949.609 534x8.2858714192189    21.71\n", Reason.MALFORMED_NUMBER, "a.tim:1");
        assertRefused("1               1949.609 53478.2858714192189\n", Reason.MALFORMED_NUMBER, "a.tim:1");
        assertRefused("1               1949.609 53478.2858714192189    2", Reason.TRUNCATED, "a.tim:1");
        assertRefused(
                "1748-202193478x2858714192289 21.71  1949.6090  0.000000  GB\n", Reason.UNKNOWN_DIALECT, "a.tim:1");
        assertRefused("1748-202110478.2858714192289 21.71  1949.6090  0.000000  GB\n", Reason.OUT_OF_RANGE, "a.tim:1");
    }

    @Test
    void shouldPairOtherSuffixesWithTheirEphemeris() throws Exception {
        for (String name : List.of("J0001+01.par", "J0001+01.tim", "J0001+01.itoa", "J0002+02.par", "J0002+02.toa")) {
            Files.writeString(folder.resolve(name), "");
        }

        assertThat(new ArchiveScanner(null).scan(List.of(folder)))
                .containsExactly(
                        new ArchiveItem.Pulsar(folder.resolve("J0001+01.par"), folder.resolve("J0001+01.tim")),
                        new ArchiveItem.Pulsar(folder.resolve("J0002+02.par"), folder.resolve("J0002+02.toa")));
        assertThat(new ArchiveScanner(null)
                        .scan(List.of(folder.resolve("J0001+01.par"), folder.resolve("J0001+01.itoa"))))
                .containsExactly(
                        new ArchiveItem.Pulsar(folder.resolve("J0001+01.par"), folder.resolve("J0001+01.itoa")));
    }
}
