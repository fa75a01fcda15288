package org.axionwatch.topics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.axionwatch.records.pulsar.NoiseTerm;
import org.axionwatch.records.pulsar.PositionFrame;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.TimingJump;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParFileReaderTest {
    private static final String MINIMAL = "PSR J0000+0000\nF0 320.5922923290326025\nPEPOCH 56885\nDM 22.5\n";

    @TempDir
    Path folder;

    private PulsarEphemeris read(String text) throws IOException {
        return new ParFileReader().read(Files.writeString(folder.resolve("a.par"), text));
    }

    private void assertRefused(String text, Reason reason, String place) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(ArchiveFormatException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.place()).isEqualTo(place);
        });
    }

    @Test
    void shouldKeepTheDigitsOfF0() throws Exception {
        var ephemeris = read(MINIMAL);

        assertThat(new BigDecimal(ephemeris.getSpinFrequencyHz())
                        .add(new BigDecimal(ephemeris.getSpinFrequencyRemainderHz()))
                        .subtract(new BigDecimal("320.5922923290326025"))
                        .abs())
                .isLessThan(new BigDecimal("1e-28"));
    }

    @Test
    void shouldReadFortranExponentsSeriesAndKeepUnknownLines() throws Exception {
        var ephemeris = read(MINIMAL + "F1 -1.5D-15 1 3D-20\nF3 2e-30\nDM2 4d-5\nFD1 1e-5\nNTOA 893\n");

        assertThat(ephemeris.getSpinFrequencyDerivatives()).containsExactly(-1.5e-15, 0.0, 2e-30);
        assertThat(ephemeris.getDispersionMeasureDerivatives()).containsExactly(0.0, 4e-5);
        assertThat(ephemeris.getFrequencyDependentDelaysSeconds()).containsExactly(1e-5);
        assertThat(ephemeris.getUnknownLines()).containsExactly("NTOA 893");
    }

    @Test
    void shouldReadEveryFormOfJump() throws Exception {
        var ephemeris = read(MINIMAL + "JUMP -fe L-wide -0.000009449 1 0.000009439\nJUMP MJD 50000 51000.5 1D-3 0\n"
                + "jump freq 1000 1500 2e-6 1\nJUMP TEL ao 3e-6\nJUMP -pdfb1_128_ch 1 -3.5547e-06 0\n");

        assertThat(ephemeris.getJumps())
                .containsExactly(
                        new TimingJump("JUMP1", "fe", "L-wide", -0.000009449),
                        new TimingJump("JUMP2", "mjd", "50000 51000.5", 1e-3),
                        new TimingJump("JUMP3", "freq", "1000 1500", 2e-6),
                        new TimingJump("JUMP4", "tel", "ao", 3e-6),
                        new TimingJump("JUMP5", "pdfb1_128_ch", "1", -3.5547e-6));
        assertThat(ephemeris.getFittedTerms()).containsExactly("JUMP1", "JUMP3");
        assertThat(ephemeris.getUnknownLines()).isEmpty();
    }

    @Test
    void shouldNameWhatTheFileFits() throws Exception {
        var ephemeris =
                read("PSR J0\nRAJ 12:00:00 1\nF 320.5 1 1e-9\nF1 -1D-15 0\nPEPOCH 56885\nDM 22.5 2\nEFAC 1.1 1\n"
                        + "BINARY BT\nE 0.1 1\nDMX_0001 1e-3 1\nDMXR1_0001 5\nDMXR2_0001 6\nDECJ -30:00:00 0.1\n");

        assertThat(ephemeris.getFittedTerms()).containsExactly("RAJ", "F0", "DM", "ECC", "DMX_0001");
    }

    @Test
    void shouldReadTheArrivalOfPulsePhaseZero() throws Exception {
        var topocentric = read(MINIMAL + "TZRMJD 54981.28084616488447\nTZRSITE 3\nTZRFRQ 424\n");
        var reference = topocentric.getPhaseReference();
        assertThat(reference.getTime().getDay()).isEqualTo(54981);
        assertThat(reference.getTime().getFraction()).isEqualTo(0.28084616488447, within(1e-16));
        assertThat(reference.getObservatory()).isEqualTo("3");
        assertThat(reference.getFrequencyMHz()).isEqualTo(424);
        assertThat(topocentric.getUnknownLines()).isEmpty();

        var alone = read(MINIMAL + "TZRMJD 54981\n").getPhaseReference();
        assertThat(alone.getObservatory()).isEqualTo("@");
        assertThat(alone.getFrequencyMHz()).isZero();
        assertThat(read(MINIMAL).getPhaseReference()).isNull();
        assertThat(read(MINIMAL).getTimeSpanSeconds()).isNull();
    }

    @Test
    void shouldReadPositionsInBothFrames() throws Exception {
        var equatorial = read(MINIMAL + "RAJ 12:00:00\nDECJ -30:30:00\nPMRA -5\n");
        assertThat(equatorial.getPositionFrame()).isEqualTo(PositionFrame.EQUATORIAL);
        assertThat(equatorial.getLongitudeRad()).isEqualTo(Math.PI, within(1e-15));
        assertThat(Math.toDegrees(equatorial.getLatitudeRad())).isEqualTo(-30.5, within(1e-13));
        assertThat(equatorial.getProperMotionLongitudeMasPerYear()).isEqualTo(-5);

        var ecliptic = read(MINIMAL + "LAMBDA 90\nBETA -45\nPMELAT 3\n");
        assertThat(ecliptic.getPositionFrame()).isEqualTo(PositionFrame.ECLIPTIC);
        assertThat(ecliptic.getLongitudeRad()).isEqualTo(Math.PI / 2, within(1e-15));
        assertThat(ecliptic.getProperMotionLatitudeMasPerYear()).isEqualTo(3);

        assertThat(read(MINIMAL).getPositionFrame()).isEqualTo(PositionFrame.NONE);
    }

    @Test
    void shouldReadEveryFormOfWhiteNoiseInSeconds() throws Exception {
        assertThat(read(MINIMAL + "T2EFAC -f X 1.2\nEQUAD -be P 0.5 1\nTNECORR -group G 2\nTNEQ -f X -6.5\n"
                                + "EFAC mjd 1 99999 1.1\nEFAC 1.3\n")
                        .getNoise())
                .containsExactly(
                        new NoiseTerm("EFAC", "f", "X", 1.2),
                        new NoiseTerm("EQUAD", "be", "P", 0.5e-6),
                        new NoiseTerm("ECORR", "group", "G", 2e-6),
                        new NoiseTerm("TNEQUAD", "f", "X", -6.5),
                        new NoiseTerm("EFAC", "mjd", "1 99999", 1.1),
                        new NoiseTerm("EFAC", "", "", 1.3));
    }

    @Test
    void shouldConvertTempoRedNoiseAsThePublishedFileDoes() throws Exception {
        var converted = read(MINIMAL + "RNAMP 0.17173D-01\nRNIDX -4.91353\n").getRedNoise();

        // B1855+09_NANOGrav_9yv1.gls.par gives TNRedAmp beside RNAMP, whose five digits limit the agreement.
        assertThat(converted.getLog10Amplitude()).isEqualTo(-14.227505410948254, within(1e-5));
        assertThat(converted.getSpectralIndex()).isEqualTo(4.91353);
    }

    @Test
    void shouldKeepAnyBinaryAndUndoTempoScaledDerivatives() throws Exception {
        var binary = read(MINIMAL + "BINARY WHAT\nPB 4.7\nA1 3.9\nE 0.1\nPBDOT 1.16\nFB0 2D-05\n")
                .getBinary();

        assertThat(binary.getModel()).isEqualTo("WHAT");
        assertThat(binary.getParameters())
                .containsEntry("ECC", 0.1)
                .containsEntry("PBDOT", 1.16e-12)
                .containsEntry("FB0", 2e-5);
    }

    @Test
    void shouldReadTheParametersOfEveryBinaryModelUnderTheirUsualNames() throws Exception {
        var ell1h = read(MINIMAL + "BINARY ELL1H\nFB 7.5D-6\nA1 1.9\nTASC 53630.7 1\nH3 1D-7 1\nSTIG 0.9\nNHARMS 7\n");
        assertThat(ell1h.getBinary().getParameters())
                .containsOnlyKeys("FB0", "A1", "TASC", "H3", "STIGMA", "NHARMS")
                .containsEntry("STIGMA", 0.9);
        assertThat(ell1h.getUnknownLines()).isEmpty();

        var ddk = read(MINIMAL + "BINARY DDK\nPB 67.8\nA1 32.3\nT0 5.5D4\nE 7.4e-5\nOM 176\nKIN 71.7\nKOM 89\n"
                + "SINI KIN\nM2 0.29\nA1DOT 0.5\nA0 1e-6\n");
        assertThat(ddk.getBinary().getParameters())
                .containsOnlyKeys("PB", "A1", "T0", "ECC", "OM", "KIN", "KOM", "M2", "XDOT", "A0")
                .containsEntry("XDOT", 0.5e-12);
        assertThat(ddk.getUnknownLines()).containsExactly("SINI KIN");
    }

    @ParameterizedTest
    @CsvSource({"PSR", "F0", "PEPOCH", "DM"})
    void shouldNameAMissingParameter(String name) {
        assertRefused(MINIMAL.replaceAll("(?m)^" + name + " .*\n", ""), Reason.MISSING_PARAMETER, "a.par");
    }

    @ParameterizedTest
    @CsvSource({
        "F0 1, DUPLICATE_PARAMETER",
        "F1 nan, NOT_FINITE",
        "F1, MALFORMED_PARAMETER",
        "F1 1.x, MALFORMED_NUMBER",
        "EFAC -f X 0, NOT_POSITIVE",
        "EFAC -f X, MALFORMED_PARAMETER",
        "POSEPOCH 1e9, OUT_OF_RANGE",
        "JUMP -fe L-wide, MALFORMED_PARAMETER",
        "JUMP 1e-5 1 1, MALFORMED_PARAMETER",
        "JUMP MJD 2 1 1e-5 1, MALFORMED_PARAMETER",
        "JUMP -fe L-wide nan 1, NOT_FINITE"
    })
    void shouldRefuseABadLineByFileLineAndReason(String line, Reason reason) {
        assertRefused(MINIMAL + line + "\n", reason, "a.par:5");
    }

    @Test
    void shouldRefuseAFileCutInsideALine() {
        assertRefused(MINIMAL + "T2EFAC -f X 1.", Reason.TRUNCATED, "a.par:5");
    }

    @ParameterizedTest
    @CsvSource({
        "nanograv/B1855+09_NANOGrav_9yv1.gls.par, B1855+09, DD, 12, 1",
        "nanograv/J0023+0923_NANOGrav_11yv0.gls.par, J0023+0923, ELL1, 12, 1",
        "nanograv/J2214+3000_NANOGrav_12yv3.gls.par, J2214+3000, ELL1, 12, 1",
        "nanograv/J0740+6620.FCP+21.wb.DMX3.0.par, J0740+6620, ELL1, 9, 2",
        "ppta/J1909-3744.par, J1909-3744, T2, 0, 52",
        "ppta/J1933-6211.par, J1933-6211, ELL1, 0, 6"
    })
    void shouldReadRealEphemerides(String file, String pulsar, String binary, int noiseTerms, int jumps) {
        var ephemeris = new ParFileReader().read(SharedData.file("pulsar/" + file));

        assertThat(ephemeris.getPulsar()).isEqualTo(pulsar);
        assertThat(ephemeris.getBinary().getModel()).isEqualTo(binary);
        assertThat(ephemeris.getNoise()).hasSize(noiseTerms);
        assertThat(ephemeris.getJumps()).hasSize(jumps);
    }
}
