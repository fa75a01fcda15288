package org.axionwatch.physics.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.axionwatch.physics.SharedReference;
import org.axionwatch.physics.dispersion.ObservedFrame;
import org.axionwatch.physics.dispersion.ParFile;
import org.axionwatch.physics.dispersion.PrefitFrame;
import org.axionwatch.physics.dispersion.PrefitFrame.Achromatic;
import org.axionwatch.physics.dispersion.TimFile;
import org.axionwatch.physics.dispersion.TimingModel;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Topocentric arrival times of B1855+09 (NANOGrav 9-year): sums with a free constant in each sub-integration against one QR
 * solution with a column for each constant.
 */
class TopocentricTimingTest {

    /** 1/2.41e-4, Lorimer and Kramer 2004, eq. 4.7. */
    private static final double K = 4149.377593360996;

    private static final String PULSAR = "B1855+09_NANOGrav_9yv1";

    private static List<ObservedFrame> frames = List.of();
    private static TimingFit fit;

    @BeforeAll
    static void readArchive() throws IOException {
        fit = new TimingFit(new TimingRequest(
                par(PULSAR),
                List.of("F0", "F1", "DM", "FD1", "FD2", "FD3", "JUMP1"),
                List.of(),
                new RedNoise(-13.8, 3.7, 5, 3e8),
                null));
        frames = frames(PULSAR);
    }

    @Test
    void shouldEqualLeastSquaresWithAColumnForEachConstant() {
        NormalEquations sums = fit.empty();
        List<double[]> rows = new ArrayList<>();
        List<Double> right = new ArrayList<>();
        int constants = constants();
        int constant = 0;
        for (ObservedFrame frame : frames) {
            PrefitFrame prefit = fit.prefit(frame);
            assertThat(prefit.achromatic()).isEqualTo(Achromatic.FREE);
            sums.add(fit.contribution(frame, prefit));
            for (int toa = 0; toa < prefit.size(); toa++) {
                double weight = 1 / prefit.uncertaintySeconds()[toa];
                int subIntegration = frame.toas().get(toa).subIntegration();
                rows.add(row(prefit.barycentricFrequencyMHz()[toa], constants, constant + subIntegration, weight));
                right.add(prefit.residualSeconds()[toa] * weight);
            }
            constant += subIntegrations(frame);
        }
        TimingSolution streamed = fit.solve(sums);
        Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(rows.toArray(double[][]::new), false);
        RealVector data = new ArrayRealVector(right.toArray(Double[]::new));
        RealVector batch = new QRDecomposition(matrix).getSolver().solve(data);
        RealVector rest = matrix.operate(batch).subtract(data);

        assertThat(streamed.quality().toas()).isEqualTo(4005);
        assertThat(streamed.quality().chiSquared()).isCloseTo(rest.dotProduct(rest), withPercentage(1e-7));
        assertThat(streamed.quality().degreesOfFreedom()).isEqualTo(4005 - constants - 4);
        for (int k = 0; k < 4; k++) {
            int term = index(List.of("DM", "FD1", "FD2", "FD3").get(k));
            assertThat(streamed.corrections()[term])
                    .isCloseTo(batch.getEntry(k), offset(1e-6 * streamed.uncertainty(term)));
        }
    }

    @Test
    void shouldLearnNothingAchromaticFromFramesWithoutAnEphemeris() {
        NormalEquations sums = fit.empty();
        frames.forEach(frame -> sums.add(fit.contribution(frame, fit.prefit(frame))));
        TimingSolution solution = fit.solve(sums);

        assertThat(solution.undetermined())
                .contains("OFFSET", "F0", "F1", "RED_SIN_1", "RED_COS_5")
                .doesNotContain("DM", "FD1", "FD2", "FD3");
        assertThat(fit.heldFixed()).containsExactly("JUMP1");
        ObservedFrame frame = frames.get(100);
        TimedFrame timed = fit.residuals(frame, fit.prefit(frame), solution);
        assertThat(timed.redNoiseSeconds()).containsOnly(0);
        double sum = 0;
        double weights = 0;
        for (int toa = 0; toa < timed.whitenedSeconds().length; toa++) {
            double weight = Math.pow(timed.uncertaintySeconds()[toa], -2);
            sum += weight * timed.whitenedSeconds()[toa];
            weights += weight;
        }
        assertThat(subIntegrations(frame)).isEqualTo(1);
        assertThat(sum / weights).isCloseTo(0, offset(1e-15));
    }

    /** The published models are best fits with published noise: chi-squared is that of noise, and nothing wants to move. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "B1855+09_NANOGrav_9yv1",
                "J0023+0923_NANOGrav_11yv0",
                "J1744-1134_NANOGrav_11yv0",
                "J2214+3000_NANOGrav_12yv3"
            })
    void shouldFindPublishedModelsOfWholeArchivesFitted(String name) throws IOException {
        List<String> terms = List.of("DM", "FD1", "FD2", "FD3", "FD4");
        TimingFit published = new TimingFit(new TimingRequest(par(name), terms, List.of(), null, null));
        NormalEquations sums = published.empty();
        frames(name).forEach(frame -> sums.add(published.contribution(frame, published.prefit(frame))));

        TimingSolution solution = published.solve(sums);

        double degreesOfFreedom = solution.quality().degreesOfFreedom();
        assertThat(solution.quality().chiSquared() / degreesOfFreedom).isBetween(0.95, 1.05);
        assertThat(solution.undetermined()).containsExactly("OFFSET");
        for (int term = 1; term < published.terms().size(); term++) {
            assertThat(solution.corrections()[term])
                    .as(published.terms().get(term).name())
                    .isCloseTo(0, offset(solution.uncertainty(term)));
        }
    }

    private static TimingModel par(String name) throws IOException {
        Path folder = SharedReference.path("data/pulsar/nanograv");
        try (Stream<Path> files = Files.list(folder)) {
            return ParFile.read(
                    files.filter(file -> file.getFileName().toString().startsWith(name))
                            .filter(file -> file.toString().endsWith(".par"))
                            .findFirst()
                            .orElseThrow());
        }
    }

    private static List<ObservedFrame> frames(String name) throws IOException {
        List<TimFile.Line> lines = TimFile.read(SharedReference.path("data/pulsar/nanograv/" + name + ".tim"));
        return TimFile.framesByFile(lines, 1).stream().map(TimFile::frame).toList();
    }

    private static int constants() {
        return frames.stream().mapToInt(TopocentricTimingTest::subIntegrations).sum();
    }

    private static int subIntegrations(ObservedFrame frame) {
        return 1
                + frame.toas().stream()
                        .mapToInt(toa -> toa.subIntegration())
                        .max()
                        .orElseThrow();
    }

    /** DM, FD1 to FD3 and one of the constants, weighted. */
    private static double[] row(double frequencyMHz, int constants, int constant, double weight) {
        double logarithm = Math.log(frequencyMHz / 1000);
        double[] row = new double[4 + constants];
        row[0] = K / (frequencyMHz * frequencyMHz);
        row[1] = logarithm;
        row[2] = logarithm * logarithm;
        row[3] = logarithm * logarithm * logarithm;
        row[4 + constant] = 1;
        return Arrays.stream(row).map(value -> value * weight).toArray();
    }

    private static int index(String name) {
        return fit.terms().stream().map(TimingTerm::name).toList().indexOf(name);
    }
}
