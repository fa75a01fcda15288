package org.axionwatch.topics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts and groupings of the real files were taken with numpy from their columns. */
class PhaReaderTest {
    @TempDir
    Path folder;

    private final PhaReader reader = new PhaReader();

    private PhaSpectrum read(String name) {
        return reader.read(SharedData.file("xray/" + name));
    }

    private void assertRefused(String from, String to, Reason reason, String message) throws IOException {
        Path original = SharedData.file("xray/chandra-3c273/3c273.pi");
        Path copy = FitsBytes.edited(original, folder.resolve("c.pi"), from, to);
        FitsBytes.assertRefused(copy, reader::read, reason, message);
    }

    private static double total(PhaSpectrum spectrum) {
        return DoubleStream.of(spectrum.channels().counts()).sum();
    }

    @Test
    void shouldReadChandraSpectrumWithTheFilesItNames() {
        PhaSpectrum spectrum = read("chandra-3c273/3c273.pi");

        assertThat(total(spectrum)).isEqualTo(736);
        assertThat(spectrum.size()).isEqualTo(1024);
        assertThat(spectrum.firstChannel()).isEqualTo(1);
        assertThat(spectrum.exposureSeconds()).isEqualTo(38564.608926889);
        assertThat(spectrum.links().background()).isEqualTo("3c273_bg.pi");
        assertThat(spectrum.links().ancillary()).isEqualTo("3c273.arf");
        assertThat(spectrum.links().redistribution()).isEqualTo("3c273.rmf");
        assertThat(spectrum.links().poissonErrors()).isFalse();
        assertThat(spectrum.links().ignored()).containsExactly("STAT_ERR");
    }

    @Test
    void shouldScaleTheBackgroundByExposureAndAreas() {
        PhaSpectrum source = read("chandra-3c273/3c273.pi");
        PhaSpectrum background = read("chandra-3c273/3c273_bg.pi");

        assertThat(total(background)).isEqualTo(216);
        assertThat(background.links().background()).isNull();
        assertThat(source.scaleTo(background)).hasSize(1024);
        assertThat(DoubleStream.of(source.scaleTo(background)))
                .allMatch(alpha -> Math.abs(alpha - 2.5264364698914E-06 / 1.8725351414620E-05) < 1e-15);
    }

    @Test
    void shouldReadXmmAndNuStarSpectraFromChannelZero() {
        PhaSpectrum xmm = read("xmm-ngc7793/PN_spectrum_grp20.fits");
        PhaSpectrum nustar = read("nustar-mcg6/nu60001047002A01_sr_grp_simple.pha");

        assertThat(total(xmm)).isEqualTo(11526);
        assertThat(total(read("xmm-ngc7793/PNbackground_spectrum.fits"))).isEqualTo(1213);
        assertThat(xmm.firstChannel()).isZero();
        assertThat(xmm.scaleTo(read("xmm-ngc7793/PNbackground_spectrum.fits"))[7])
                .isCloseTo(2010100.0 / 6866200, within(1e-15));
        assertThat(total(nustar)).isEqualTo(32447);
        assertThat(nustar.size()).isEqualTo(4096);
        assertThat(Arrays.stream(nustar.channels().quality()).filter(q -> q == 2))
                .hasSize(137);
    }

    @Test
    void shouldJoinGoodChannelsAsTheSpectrumAsks() {
        PhaSpectrum spectrum = read("nustar-mcg6/nu60001047002A01_sr_grp_simple.pha");

        ChannelGroups groups = ChannelGroups.of(spectrum);

        // 420 group starts, of which 137 are single channels of quality 2.
        assertThat(groups.size()).isEqualTo(420 - 137);
        assertThat(ChannelGroups.single(spectrum).size()).isEqualTo(3959);
        assertThat(groups.mean(spectrum.channels().areaScale())).containsOnly(1.0);
    }

    @Test
    void shouldRefuseSpectraWithoutPositiveExposureOrScales() throws Exception {
        assertRefused("EXPOSURE=", "EXPOSURX=", Reason.MISSING_KEYWORD, "EXPOSURE");
        assertRefused("EXPOSURE=  3.8", "EXPOSURE= -3.8", Reason.NOT_POSITIVE, "EXPOSURE is -38564");
        assertRefused("BACKSCAL=  2.5", "BACKSCAL= -2.5", Reason.NOT_POSITIVE, "BACKSCAL");
        assertRefused("AREASCAL=  1.0", "AREASCAL=  0.0", Reason.NOT_POSITIVE, "AREASCAL is 0.0");
    }

    @Test
    void shouldRefuseChannelsOutsideTlminToTlmax() throws Exception {
        assertRefused(
                "TLMAX1  =                 1024",
                "TLMAX1  =                 1000",
                Reason.CHANNEL_OUT_OF_RANGE,
                "CHANNEL of row 1001 is 1001, TLMIN 1, TLMAX 1000");
    }

    @Test
    void shouldRefuseTablesThatAreNoSpectrum() throws Exception {
        assertRefused("'COUNTS  '", "'COUNTZ  '", Reason.MISSING_COLUMN, "COUNTS");
        Path list = SharedData.file("xray/events/monol_testA.evt");
        assertThatThrownBy(() -> reader.read(list))
                .isInstanceOfSatisfying(ArchiveFormatException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.MISSING_HDU));
    }

    @Test
    void shouldNotScaleToABackgroundOfOtherChannels() {
        PhaSpectrum chandra = read("chandra-3c273/3c273.pi");
        PhaSpectrum xmm = read("xmm-ngc7793/PNbackground_spectrum.fits");
        assertThatThrownBy(() -> chandra.scaleTo(xmm))
                .isInstanceOfSatisfying(ArchiveFormatException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.GRID_MISMATCH));
    }
}
