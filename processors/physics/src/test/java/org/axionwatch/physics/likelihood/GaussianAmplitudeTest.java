package org.axionwatch.physics.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.axionwatch.physics.SharedReference;
import org.axionwatch.physics.likelihood.LikelihoodException.Reason;
import org.junit.jupiter.api.Test;

/** Against the results released with arXiv:2008.03305; the amplitude is g^4. */
class GaussianAmplitudeTest {

    private static final Offset<Double> TINY = Offset.offset(1e-12);

    @Test
    void shouldReproduceTheReleasedJointLimitAtAllNineteenMasses() throws IOException {
        Table limits = Table.read("Limits.csv");
        assertThat(limits.rows()).isEqualTo(19);
        for (int row = 0; row < limits.rows(); row++) {
            double joint = GaussianAmplitude.joint(
                            List.of(released(limits, row, "Quint"), released(limits, row, "Wd1")))
                    .upperLimit();
            assertThat(Math.pow(joint, 0.25))
                    .as("at %s eV", limits.value("Masses", row))
                    .isCloseTo(limits.value("Joint_Limit", row), Percentage.withPercentage(1.5));
        }
    }

    @Test
    void shouldReproduceTheReleasedBandsOfEachCluster() throws IOException {
        Table limits = Table.read("Limits.csv");
        for (String cluster : List.of("Quint", "Wd1")) {
            for (int row = 0; row < limits.rows(); row++) {
                ExpectedLimits expected = released(limits, row, cluster).expected();
                assertReleased(limits.value("OneDn_" + cluster, row), expected.minusOneSigma());
                assertReleased(limits.value("OneUp_" + cluster, row), expected.plusOneSigma());
                assertReleased(limits.value("TwoUp_" + cluster, row), expected.plusTwoSigma());
            }
        }
    }

    @Test
    void shouldHaveThePublishedRatiosOfBandsToMedian() {
        ExpectedLimits expected = new GaussianAmplitude(0, 1).expected();
        assertThat(Math.pow(expected.minusOneSigma() / expected.median(), 0.25)).isCloseTo(0.7913, Offset.offset(5e-5));
        assertThat(Math.pow(expected.plusOneSigma() / expected.median(), 0.25)).isCloseTo(1.1261, Offset.offset(5e-5));
        assertThat(Math.pow(expected.plusTwoSigma() / expected.median(), 0.25)).isCloseTo(1.2201, Offset.offset(5e-5));
    }

    @Test
    void shouldFindThePublishedSignificanceInTheQuintupletSpectrum() throws IOException {
        GaussianAmplitude quintuplet = spectrum("Quintuplet", "Quintuplet_Err", 10);
        assertThat(quintuplet.significance()).isCloseTo(0.30, Offset.offset(0.005));
        assertThat(4e-12 * Math.pow(quintuplet.upperLimit(), 0.25)).isCloseTo(4.22e-12, Percentage.withPercentage(0.2));
    }

    /** The paper leaves out 10 to 15 keV of Westerlund 1, where ghost rays are not modelled. */
    @Test
    void shouldFindNothingInTheWesterlundSpectrumAboveTheGhostRays() throws IOException {
        GaussianAmplitude westerlund = spectrum("Wd1", "Wd1_Err", 15);
        assertThat(westerlund.significance()).isCloseTo(-0.13, Offset.offset(0.005));
        assertThat(westerlund.discoveryTestStatistic()).isZero();
        assertThat(5e-12 * Math.pow(westerlund.upperLimit(), 0.25)).isCloseTo(4.75e-12, Percentage.withPercentage(0.2));
    }

    @Test
    void shouldNotFallBelowThePowerConstraintWhenTheCountsFluctuateDown() {
        GaussianAmplitude low = new GaussianAmplitude(-2, 1);
        assertThat(low.upperLimit()).isNegative();
        assertThat(low.powerConstrainedLimit()).isCloseTo(0.6448536269514722, TINY);
    }

    @Test
    void shouldEqualTheWeightedMeanWhenMeasurementsAreJoined() {
        GaussianAmplitude joint =
                GaussianAmplitude.joint(List.of(new GaussianAmplitude(1, 1), new GaussianAmplitude(4, 2)));
        assertThat(joint.best()).isCloseTo((1 + 4 / 4.0) / 1.25, TINY);
        assertThat(joint.sigma()).isCloseTo(1 / Math.sqrt(1.25), TINY);
    }

    @Test
    void shouldNameTheReasonWhenInputIsBad() {
        double[] one = {1};
        assertThat(reason(() -> new GaussianAmplitude(0, 0))).isEqualTo(Reason.BAD_PARAMETER);
        assertThat(reason(() -> GaussianAmplitude.ofLimits(Double.NaN, 1))).isEqualTo(Reason.BAD_PARAMETER);
        assertThat(reason(() -> GaussianAmplitude.joint(List.of()))).isEqualTo(Reason.LENGTH_MISMATCH);
        assertThat(reason(() -> GaussianAmplitude.ofSpectrum(one, one, new double[2])))
                .isEqualTo(Reason.LENGTH_MISMATCH);
        assertThat(reason(() -> GaussianAmplitude.ofSpectrum(one, one, new double[1])))
                .isEqualTo(Reason.NO_SIGNAL);
        assertThat(reason(() -> GaussianAmplitude.ofSpectrum(one, new double[1], one)))
                .isEqualTo(Reason.BAD_PARAMETER);
    }

    private static GaussianAmplitude released(Table limits, int row, String cluster) {
        return GaussianAmplitude.ofLimits(
                Math.pow(limits.value("Limit_" + cluster, row), 4),
                Math.pow(limits.value("Median_" + cluster, row), 4));
    }

    private static void assertReleased(double coupling, double amplitude) {
        assertThat(Math.pow(amplitude, 0.25)).isCloseTo(coupling, Percentage.withPercentage(0.1));
    }

    private static GaussianAmplitude spectrum(String cluster, String errors, double fromKeV) throws IOException {
        Table spectra = Table.read("Spectra.csv");
        int[] rows = IntStream.range(0, spectra.rows())
                .filter(row -> spectra.value("Energies", row) > fromKeV)
                .toArray();
        return GaussianAmplitude.ofSpectrum(
                Arrays.stream(rows)
                        .mapToDouble(row -> spectra.value(cluster + "_Spectrum", row))
                        .toArray(),
                Arrays.stream(rows)
                        .mapToDouble(row -> spectra.value(errors, row))
                        .toArray(),
                Arrays.stream(rows)
                        .mapToDouble(row -> spectra.value(cluster + "_Axion", row))
                        .toArray());
    }

    private static Reason reason(Runnable action) {
        return catchThrowableOfType(LikelihoodException.class, action::run).reason();
    }

    /** A released file with a line of column names. */
    private record Table(List<String> columns, List<String[]> lines) {

        static Table read(String file) throws IOException {
            List<String> lines = Files.readAllLines(SharedReference.path("data/xray/star-clusters/" + file));
            return new Table(
                    List.of(lines.get(0).split(",", -1)),
                    lines.stream().skip(1).map(line -> line.split(",", -1)).toList());
        }

        int rows() {
            return lines.size();
        }

        double value(String column, int row) {
            return Double.parseDouble(lines.get(row)[columns.indexOf(column)]);
        }
    }
}
