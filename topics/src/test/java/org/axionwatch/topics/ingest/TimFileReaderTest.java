package org.axionwatch.topics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.axionwatch.topics.ingest.TimToa.Flag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimFileReaderTest {
    private static final String TOA = "obs.ff 1400.5 56277.876691673847491 1.500 gbt -fe L-wide\n";

    @TempDir
    Path folder;

    private final TimFileReader reader = new TimFileReader(false);

    private TimFile read(String text) throws IOException {
        return reader.read(Files.writeString(folder.resolve("a.tim"), text));
    }

    private void assertRefused(String text, Reason reason, String place) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(ArchiveFormatException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.place()).isEqualTo(place);
        });
    }

    @Test
    void shouldReadColumnsAndFlags() throws Exception {
        TimFile file = read("FORMAT 1\nMODE 1\n " + TOA);

        TimToa toa = file.toas().get(0);
        assertThat(toa.name()).isEqualTo("obs.ff");
        assertThat(toa.site()).isEqualTo("gbt");
        assertThat(toa.datum().frequencyMHz()).isEqualTo(1400.5);
        assertThat(toa.datum().uncertaintySeconds()).isEqualTo(1.5e-6, within(1e-20));
        assertThat(toa.flag("fe")).hasValue("L-wide");
    }

    @ParameterizedTest
    @CsvSource({"56277.876691673847491", "53041.16633083441351104123", "58485.99999999999999999", "58485."})
    void shouldKeepArrivalTimesToFarBelowANanosecond(String mjd) throws Exception {
        var time = read("FORMAT 1\nx 1400 " + mjd + " 1 gbt\n")
                .toas()
                .get(0)
                .datum()
                .time();

        BigDecimal kept = BigDecimal.valueOf(time.getDay()).add(new BigDecimal(time.getFraction()));
        BigDecimal errorSeconds = kept.subtract(new BigDecimal(mjd)).abs().multiply(BigDecimal.valueOf(86_400));
        assertThat(errorSeconds).isLessThan(new BigDecimal("1e-11"));
        assertThat(time.getFraction()).isBetween(0.0, Math.nextDown(1.0));
    }

    @Test
    void shouldKeepRepeatedFlagsFlagsWithoutValueAndNegativeValues() throws Exception {
        TimFile file = read("FORMAT 1\nx-y 1400 58000.5 1 pk s\n"
                + "z 1400 58000.5 1 ao -gof 1 -projid -beconfig -to -0.789e-6 -gof 2\n");

        assertThat(file.toas().get(0).flags()).containsExactly(new Flag("", "s"));
        assertThat(file.toas().get(1).flags())
                .containsExactly(
                        new Flag("gof", "1"),
                        new Flag("projid", ""),
                        new Flag("beconfig", ""),
                        new Flag("to", "-0.789e-6"),
                        new Flag("gof", "2"));
    }

    @Test
    void shouldPassOverEveryKindOfComment() throws Exception {
        assertThat(read("C one\nc two\nCC three\n# four\n\n  C five\nC\nFORMAT 1\n" + TOA)
                        .toaLines())
                .isEqualTo(1);
    }

    @Test
    void shouldApplyTimeEfacAndEquad() throws Exception {
        TimFile file = read(
                "FORMAT 1\nTIME 86400\nTIME 43200\nEFAC 2\nEQUAD 4\nx 1400 58000.75 1.5 gbt\nTIME -129600\nEQUAD 0\n"
                        + "x 1400 58000.75 1.5 gbt\n");

        var first = file.toas().get(0).datum();
        assertThat(first.time().getDay()).isEqualTo(58002);
        assertThat(first.time().getFraction()).isEqualTo(0.25);
        assertThat(first.uncertaintySeconds()).isEqualTo(5e-6, within(1e-20));
        var second = file.toas().get(1).datum();
        assertThat(second.time().getDay()).isEqualTo(58000);
        assertThat(second.uncertaintySeconds()).isEqualTo(3e-6, within(1e-20));
    }

    @Test
    void shouldCountEveryToaLineThatACommandLeavesOut() throws Exception {
        TimFile file = read("FORMAT 1\nEMAX 10\nFMIN 1000\nx 1400 58000 11 gbt\nx 900 58000 1 gbt\n" + TOA
                + "SKIP\nnot even a toa\nTIME 5\nNOSKIP\n" + TOA + "END\n" + TOA);

        assertThat(file.skipped())
                .containsEntry("above-EMAX", 1)
                .containsEntry("below-FMIN", 1)
                .containsEntry("skipped-by-SKIP", 1)
                .containsEntry("after-END", 1)
                .hasSize(4);
        assertThat(file.toaLines()).isEqualTo(6);
        assertThat(file.toas()).extracting(TimToa::index).containsExactly(2, 4);
        assertThat(file.toas().get(1).datum().time().getFraction()).isEqualTo(0.876691673847491, within(1e-16));
    }

    @Test
    void shouldMarkTheToasOfAJumpAndOfAPhase() throws Exception {
        TimFile file = read("FORMAT 1\nJUMP\n" + TOA + "JUMP\n" + TOA + "PHASE 2\nJUMP\n" + TOA);

        assertThat(file.toas().get(0).flag("tim_jump")).hasValue("1");
        assertThat(file.toas().get(1).flag("tim_jump")).isEmpty();
        assertThat(file.toas().get(2).flag("tim_jump")).hasValue("2");
        assertThat(file.toas().get(2).flag("phase")).hasValue("2.0");
    }

    @Test
    void shouldReadWidebandDispersionMeasures() throws Exception {
        var datum = read("FORMAT 1\nx 1400 58000 1 gbt -pp_dm 14.96 -pp_dme 0.0004\n")
                .toas()
                .get(0)
                .datum();

        assertThat(datum.dispersionMeasure()).isEqualTo(new TimToa.WidebandDm(14.96, 0.0004));
        assertRefused("FORMAT 1\nx 1400 58000 1 gbt -pp_dm 14.96\n", Reason.TOO_FEW_FIELDS, "a.tim:2");
    }

    @ParameterizedTest
    @CsvSource({
        "x NaN 58000 1 gbt, NOT_FINITE",
        "x -1400 58000 1 gbt, NOT_POSITIVE",
        "x inf 58000 1 @, NOT_FINITE",
        "x 1400 58000 -1 gbt, NOT_POSITIVE",
        "x 1400 58000 nan gbt, NOT_FINITE",
        "x 1400 58000 Infinity gbt, NOT_FINITE",
        "x 1400 58000 1e999 gbt, NOT_FINITE",
        "x 1400 58000 1x gbt, MALFORMED_NUMBER",
        "x 1400 58oo0 1 gbt, MALFORMED_NUMBER",
        "x 1400 40000 1 gbt, OUT_OF_RANGE",
        "x 1400 -58000 1 gbt, OUT_OF_RANGE",
        "x 1400 58000 1, TOO_FEW_FIELDS",
        "TRACK -2, UNSUPPORTED_COMMAND",
        "EFAC 0, NOT_POSITIVE",
        "EQUAD, TOO_FEW_FIELDS",
        "FORMAT 2, NOT_FORMAT_1",
        "INCLUDE nowhere.tim, NOT_READABLE"
    })
    void shouldRefuseABadLineByFileLineAndReason(String line, Reason reason) {
        assertRefused("FORMAT 1\n" + TOA + line + "\n", reason, "a.tim:3");
    }

    @Test
    void shouldRefuseAFileCutInsideALine() {
        assertRefused("FORMAT 1\n" + TOA + "obs.ff 1400.5 56277.8766 1.500 gbt -fe L-wi", Reason.TRUNCATED, "a.tim:3");
        assertRefused("FORMAT 1\n" + TOA + "obs.ff 1400.5 562", Reason.TOO_FEW_FIELDS, "a.tim:3");
        assertRefused("FORMAT 1\n", Reason.TOO_FEW_FIELDS, "a.tim");
    }

    @Test
    void shouldRefuseBinaryContentAndEndlessLines() {
        assertRefused("FORMAT 1\n\0\n", Reason.NOT_TEXT, "a.tim");
        assertRefused("FORMAT 1\n" + "x".repeat(20_000) + "\n", Reason.LINE_TOO_LONG, "a.tim:2");
    }

    @Test
    void shouldIncludeRelativeToTheIncludingFileAndRefuseCyclesAndEscapes() throws Exception {
        Files.createDirectories(folder.resolve("b"));
        Files.writeString(folder.resolve("b/two.tim"), "FORMAT 1\n" + TOA + "INCLUDE ../three.tim\n");
        Files.writeString(folder.resolve("three.tim"), "FORMAT 1\n" + TOA);
        assertThat(read("FORMAT 1\nINCLUDE b/two.tim\n" + TOA).toas())
                .extracting(TimToa::index)
                .containsExactly(0, 1, 2);

        Files.writeString(folder.resolve("three.tim"), "INCLUDE a.tim\n");
        assertRefused("INCLUDE b/two.tim\n", Reason.INCLUDE_CYCLE, "three.tim:1");

        Files.writeString(folder.resolve("b/two.tim"), "INCLUDE ../three.tim\n");
        assertThatThrownBy(() -> reader.read(folder.resolve("b/two.tim")))
                .isInstanceOfSatisfying(ArchiveFormatException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.OUTSIDE_FOLDER));
    }

    @ParameterizedTest
    @CsvSource({
        "nanograv/J2214+3000_NANOGrav_12yv3.tim, 6269",
        "nanograv/B1855+09_NANOGrav_9yv1.tim, 4005",
        "nanograv/J1744-1134_NANOGrav_11yv0.tim, 11550",
        "ppta/J1909-3744.tim, 9644",
        "ppta/J1933-6211.tim, 893",
        "simulated/fake1933_bump.tim, 3840",
        "formats/chained_include/test.tim, 3",
        "formats/leading_space_tempo2_issue1319.tim, 5"
    })
    void shouldReadEveryToaOfARealArchive(String file, int toas) {
        assertThat(reader.read(SharedData.file("pulsar/" + file)).toas()).hasSize(toas);
    }
}
