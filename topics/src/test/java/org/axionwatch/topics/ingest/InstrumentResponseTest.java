package org.axionwatch.topics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.axionwatch.records.xray.XrayResponse;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.axionwatch.topics.ingest.RedistributionMatrix.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstrumentResponseTest {
    @TempDir
    Path folder;

    private static RedistributionMatrix matrix(String name) {
        return new RmfReader().read(SharedData.file("xray/" + name));
    }

    private static EffectiveArea area(String name) {
        return EffectiveArea.read(SharedData.file("xray/" + name));
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void shouldReadMatricesOfThreeMissionsWhateverTheLengthOfTheirRows() {
        RedistributionMatrix chandra = matrix("chandra-3c273/3c273.rmf");
        RedistributionMatrix xmm = matrix("xmm-ngc7793/PN.rmf");
        RedistributionMatrix nustar = matrix("nustar-mcg6/diag.rmf");

        assertThat(List.of(chandra.energies().size(), chandra.channels().size(), chandra.firstChannel()))
                .containsExactly(1090, 1024, 1);
        assertThat(List.of(xmm.energies().size(), xmm.channels().size(), xmm.firstChannel()))
                .containsExactly(2067, 4096, 0);
        assertThat(List.of(nustar.energies().size(), nustar.channels().size(), nustar.firstChannel()))
                .containsExactly(4096, 4096, 0);
        // Rows of the pn matrix sum to 1; those of a diagonal matrix are 1.
        assertThat(DoubleStream.of(xmm.redistribute(ones(2067))).sum()).isCloseTo(2067, within(1e-3));
        assertThat(nustar.redistribute(ones(4096))).containsOnly(1.0);
        // NuSTAR's PI scale: E = 1.60 + 0.04 PI keV.
        assertThat(nustar.channels().lowerKeV()[500]).isCloseTo(1.60 + 0.04 * 500, within(1e-5));
    }

    @Test
    void shouldAverageAreaAndRedistributionOverWideBinsByHand() {
        // True intervals of 1 keV from 1 to 5 keV, channels of 0.5 keV from 1 to 5 keV.
        var energies = new EnergyGrid(new double[] {1, 2, 3, 4}, new double[] {2, 3, 4, 5});
        var channels = new EnergyGrid(
                new double[] {1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5}, new double[] {1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5});
        Group[][] groups = {
            {new Group(0, new double[] {0.5, 0.5})},
            {new Group(0, new double[] {0.1}), new Group(2, new double[] {0.5, 0.4})},
            {new Group(2, new double[] {0.2}), new Group(4, new double[] {0.4, 0.2, 0.2})},
            {new Group(6, new double[] {0.25, 0.5})}
        };
        var matrix = new RedistributionMatrix("hand.rmf[MATRIX]", energies, channels, 0, groups);
        var response = new InstrumentResponse(
                new EffectiveArea("hand.arf[SPECRESP]", energies, new double[] {10, 30, 60, 20}), matrix);

        XrayResponse folded = response.onto("hand", 3, List.of(1.0, 3.0, 4.75));

        // First bin: (10 + 30)/2. Second: (1 x 60 + 0.75 x 20)/1.75.
        double second = 75 / 1.75;
        assertThat(folded.getEffectiveAreaCm2()).hasSize(2);
        assertThat(folded.getEffectiveAreaCm2().get(0)).isCloseTo(20, within(1e-12));
        assertThat(folded.getEffectiveAreaCm2().get(1)).isCloseTo(second, within(1e-12));
        List<Double> matrixElements = folded.getRedistribution();
        assertThat(matrixElements.get(0)).isCloseTo((10 * 1.0 + 30 * 1.0) / 40, within(1e-12));
        assertThat(matrixElements.get(1)).isCloseTo(60 * 0.2 / 75, within(1e-12));
        assertThat(matrixElements.get(2)).isCloseTo(0, within(1e-12));
        // The channel from 4.5 to 5 keV lies half in the bin.
        assertThat(matrixElements.get(3)).isCloseTo((60 * 0.8 + 15 * (0.25 + 0.25)) / 75, within(1e-12));
        assertThat(folded.getVersion()).isEqualTo(3);
        assertThat(folded.getResponseId()).isEqualTo("hand");
    }

    @Test
    void shouldGiveTheCountsOfTheFullFoldOnRealBins() {
        // Edges on both grids of NuSTAR's real PI scale; flux flat in energy.
        var response =
                new InstrumentResponse(area("nustar-mcg6/nu60001047002A01_sr.arf"), matrix("nustar-mcg6/diag.rmf"));
        List<Double> edges = List.of(1.60 + 0.04 * 85, 1.60 + 0.04 * 210, 1.60 + 0.04 * 1960);

        XrayResponse folded = response.onto("r", 1, edges);

        double[] fluxes = ones(4096);
        Arrays.fill(fluxes, 0.04);
        double[] rates = response.countRates(fluxes);
        double firstBin = Arrays.stream(rates, 85, 210).sum();
        double secondBin = Arrays.stream(rates, 210, 1960).sum();
        assertThat(folded.getEffectiveAreaCm2().get(0) * 5).isCloseTo(firstBin, within(1e-3 * firstBin));
        assertThat(folded.getEffectiveAreaCm2().get(1) * 70).isCloseTo(secondBin, within(1e-3 * secondBin));
        assertThat(folded.getRedistribution().get(0)).isCloseTo(1, within(1e-3));
        assertThat(folded.getRedistribution().get(2)).isCloseTo(0, within(1e-3));
    }

    @Test
    void shouldRefuseAreaOnAnotherEnergyGrid() {
        EffectiveArea chandra = area("chandra-3c273/3c273.arf");
        RedistributionMatrix xmm = matrix("xmm-ngc7793/PN.rmf");
        assertThatThrownBy(() -> new InstrumentResponse(chandra, xmm))
                .isInstanceOfSatisfying(ArchiveFormatException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.GRID_MISMATCH))
                .hasMessageStartingWith("3c273.arf[SPECRESP]")
                .hasMessageContaining("row 1 is not that of PN.rmf[MATRIX]");
    }

    @Test
    void shouldRefuseBinsTheResponseDoesNotCoverAndSpectraOfOtherChannels() {
        var response = new InstrumentResponse(area("chandra-3c273/3c273.arf"), matrix("chandra-3c273/3c273.rmf"));
        assertThatThrownBy(() -> response.onto("r", 1, List.of(8.0, 20.0)))
                .isInstanceOfSatisfying(ArchiveFormatException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.OUT_OF_RANGE));
        PhaSpectrum xmm = new PhaReader().read(SharedData.file("xray/xmm-ngc7793/PN_spectrum_grp20.fits"));
        assertThatThrownBy(() -> response.requireChannelsOf(xmm))
                .isInstanceOfSatisfying(ArchiveFormatException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.GRID_MISMATCH));
    }

    private void assertRefused(String from, String to, Reason reason, String message) throws IOException {
        Path original = SharedData.file("xray/chandra-3c273/3c273.rmf");
        Path copy = FitsBytes.edited(original, folder.resolve("c.rmf"), from, to);
        FitsBytes.assertRefused(copy, new RmfReader()::read, reason, message);
    }

    @Test
    void shouldRefuseMatricesWhoseChannelsDoNotFit() throws Exception {
        assertRefused(
                "TLMIN4  =                    1",
                "TLMIN4  =                    0",
                Reason.GRID_MISMATCH,
                "1024 channels from 1, but c.rmf[MATRIX] has 1024.0 from 0");
        assertRefused(
                "DETCHANS=                 1024", "DETCHANS=                 1023", Reason.GRID_MISMATCH, "has 1023.0");
        assertRefused("'F_CHAN  '", "'F_CHAM  '", Reason.MISSING_COLUMN, "F_CHAN");
    }

    @Test
    void shouldRefuseAreasInOtherUnits() throws Exception {
        Path original = SharedData.file("xray/chandra-3c273/3c273.arf");
        FitsBytes.assertRefused(
                FitsBytes.edited(original, folder.resolve("a.arf"), "'cm**2   '", "'m**2    '"),
                EffectiveArea::read,
                Reason.MALFORMED_KEYWORD,
                "unit of SPECRESP is m**2");
        FitsBytes.assertRefused(
                FitsBytes.edited(original, folder.resolve("a.arf"), "'keV     '", "'eV      '"),
                EffectiveArea::read,
                Reason.MALFORMED_KEYWORD,
                "unit of ENERG_LO is eV");
    }

    @Test
    void shouldRefuseGroupsOfChannelsOutsideTheDetector() throws Exception {
        Path original = SharedData.file("xray/nustar-mcg6/diag.rmf");
        byte[] bytes = Files.readAllBytes(original);
        int row = fChannelOfFirstRow(bytes);
        bytes[row + 2] = 0x10; // F_CHAN of the first row becomes 4096, and channels end at 4095
        Path copy = Files.write(folder.resolve("c.rmf"), bytes);

        FitsBytes.assertRefused(
                copy,
                new RmfReader()::read,
                Reason.CHANNEL_OUT_OF_RANGE,
                "row 1: F_CHAN 4096 with N_CHAN 1, channels 0 to 4095");
    }

    /** Position of F_CHAN (J) behind ENERG_LO, ENERG_HI (E) and N_GRP (I) in the data of MATRIX. */
    private static int fChannelOfFirstRow(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int header = text.indexOf("'MATRIX  '", text.indexOf("EXTNAME", text.indexOf("ENERG_LO") - 2880));
        int end = text.indexOf("END     ", Math.max(header, text.indexOf("ENERG_LO")));
        return (end / 2880 + 1) * 2880 + 4 + 4 + 2;
    }
}
