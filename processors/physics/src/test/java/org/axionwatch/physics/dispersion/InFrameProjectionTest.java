package org.axionwatch.physics.dispersion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.axionwatch.physics.dispersion.UnusableFrameException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InFrameProjectionTest {

    private static final double[] FREQUENCIES = {1150, 1210, 1370, 1410, 1530, 1610, 1700, 1745};
    private static final int[] TWO_SUB_INTEGRATIONS = {3, 3, 3, 7, 7, 7, 7, 7};

    @Test
    void shouldAgreeWithGeneralLeastSquares() {
        Random random = new Random(11);
        double[] sigma = random.doubles(8, 0.5e-6, 3e-6).toArray();
        double[] curve = random.doubles(8, -5e-6, 5e-6).toArray();
        Array2DRowRealMatrix design = new Array2DRowRealMatrix(8, 3);
        RealVector whitened = new ArrayRealVector(8);
        for (int i = 0; i < 8; i++) {
            design.setEntry(i, TWO_SUB_INTEGRATIONS[i] == 3 ? 0 : 1, 1 / sigma[i]);
            design.setEntry(i, 2, Math.pow(1400 / FREQUENCIES[i], 2) / sigma[i]);
            whitened.setEntry(i, curve[i] / sigma[i]);
        }
        RealVector solution = new QRDecomposition(design).getSolver().solve(whitened);
        RealVector rest = whitened.subtract(design.operate(solution));

        InFrameProjection.Fit fit =
                InFrameProjection.of(FREQUENCIES, sigma, TWO_SUB_INTEGRATIONS).fit(curve);

        for (int i = 0; i < 8; i++) {
            assertThat(fit.projected()[i]).isCloseTo(rest.getEntry(i) * sigma[i], offset(1e-18));
        }
        assertThat(fit.chromaticSeconds()).isCloseTo(solution.getEntry(2), offset(1e-16));
        assertThat(fit.offsets().get(0).subIntegration()).isEqualTo(3);
        assertThat(fit.offsets().get(0).offsetSeconds()).isCloseTo(solution.getEntry(0), offset(1e-16));
        assertThat(fit.offsets().get(1).offsetSeconds()).isCloseTo(solution.getEntry(1), offset(1e-16));
        double[][] covariance = new QRDecomposition(design.transpose().multiply(design))
                .getSolver()
                .getInverse()
                .getData();
        assertThat(fit.chromaticUncertaintySeconds()).isCloseTo(Math.sqrt(covariance[2][2]), offset(1e-15));
        assertThat(fit.offsets().get(1).uncertaintySeconds()).isCloseTo(Math.sqrt(covariance[1][1]), offset(1e-15));
    }

    @Test
    void shouldAgreeWithGeneralLeastSquaresWhenPolynomialIsFitted() {
        Random random = new Random(17);
        int channels = 24;
        double[] frequencies = random.doubles(channels, 1100, 1900).toArray();
        double[] sigma = random.doubles(channels, 0.5e-6, 3e-6).toArray();
        double[] curve = random.doubles(channels, -5e-6, 5e-6).toArray();
        int[] subIntegrations = IntStream.range(0, channels).map(i -> i % 3).toArray();
        Array2DRowRealMatrix design = new Array2DRowRealMatrix(channels, 7);
        RealVector whitened = new ArrayRealVector(channels);
        for (int i = 0; i < channels; i++) {
            design.setEntry(i, subIntegrations[i], 1 / sigma[i]);
            design.setEntry(i, 3, Math.pow(1400 / frequencies[i], 2) / sigma[i]);
            for (int power = 1; power <= 3; power++) {
                design.setEntry(i, 3 + power, Math.pow(Math.log(frequencies[i] / 1400), power) / sigma[i]);
            }
            whitened.setEntry(i, curve[i] / sigma[i]);
        }
        QRDecomposition decomposition = new QRDecomposition(design);
        RealVector solution = decomposition.getSolver().solve(whitened);
        RealVector rest = whitened.subtract(design.operate(solution));
        double[][] covariance =
                new SingularValueDecomposition(design).getCovariance(0).getData();

        InFrameProjection projection = InFrameProjection.of(frequencies, sigma, subIntegrations, 3);
        InFrameProjection.Fit fit = projection.fit(curve);

        assertThat(projection.fittedDegree()).isEqualTo(3);
        assertThat(projection.degreesOfFreedom()).isEqualTo(channels - 7);
        for (int i = 0; i < channels; i++) {
            assertThat(fit.projected()[i]).isCloseTo(rest.getEntry(i) * sigma[i], offset(1e-14));
            assertThat(projection.project(curve)[i]).isEqualTo(fit.projected()[i]);
        }
        assertThat(fit.chromaticSeconds()).isCloseTo(solution.getEntry(3), withPercentage(1e-4));
        assertThat(fit.chromaticUncertaintySeconds()).isCloseTo(Math.sqrt(covariance[3][3]), withPercentage(1e-4));
        for (int g = 0; g < 3; g++) {
            SubIntegrationOffset offset = fit.offsets().get(g);
            assertThat(offset.offsetSeconds())
                    .isCloseTo(solution.getEntry(offset.subIntegration()), withPercentage(1e-4));
            assertThat(offset.uncertaintySeconds())
                    .isCloseTo(
                            Math.sqrt(covariance[offset.subIntegration()][offset.subIntegration()]),
                            withPercentage(1e-4));
        }
    }

    @Test
    void shouldFitOnlyThePowersThatTheChannelsDetermine() {
        double[] pair = {1400, 1400.001, 1500, 1500.001};
        int[] one = new int[4];
        InFrameProjection few = InFrameProjection.of(pair, new double[] {1e-6, 1e-6, 1e-6, 1e-6}, one, 3);

        assertThat(few.fittedDegree()).isEqualTo(1);
        assertThat(few.degreesOfFreedom()).isEqualTo(1);
        assertThatThrownBy(() -> InFrameProjection.of(pair, new double[] {1, 1, 1, 1}, one, 4))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldChangeNothingWhenProjectedTwice() {
        InFrameProjection projection = InFrameProjection.of(FREQUENCIES, sigmas(1e-6), TWO_SUB_INTEGRATIONS);
        double[] once = projection.project(new Random(5).doubles(8, -1e-6, 1e-6).toArray());

        assertThat(projection.project(once)).containsExactly(once, offset(1e-20));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1e-6, Double.NaN, Double.POSITIVE_INFINITY})
    void shouldNameUncertaintyThatIsNotPositiveAndFinite(double sigma) {
        assertRefused(Reason.INVALID_UNCERTAINTY, FREQUENCIES, sigmas(sigma), TWO_SUB_INTEGRATIONS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1400, Double.NaN, Double.POSITIVE_INFINITY})
    void shouldNameFrequencyThatIsNotPositiveAndFinite(double frequency) {
        double[] frequencies = FREQUENCIES.clone();
        frequencies[3] = frequency;
        assertRefused(Reason.INVALID_FREQUENCY, frequencies, sigmas(1e-6), TWO_SUB_INTEGRATIONS);
    }

    @Test
    void shouldRefuseFrameWithoutDegreesOfFreedom() {
        assertRefused(Reason.NO_TOAS, new double[0], new double[0], new int[0]);
        assertRefused(Reason.TOO_FEW_CHANNELS, new double[] {1400, 1500}, new double[] {1e-6, 1e-6}, new int[] {0, 0});
        assertRefused(Reason.TOO_FEW_CHANNELS, FREQUENCIES, sigmas(1e-6), new int[] {0, 1, 2, 3, 4, 5, 6, 6});
    }

    @Test
    void shouldRefuseFrameThatCannotTellDispersionFromConstants() {
        double[] single = {1400, 1400, 1400, 1400};
        double[] pairs = {1400, 1400, 1600, 1600};
        assertRefused(Reason.SINGLE_FREQUENCY, single, new double[] {1e-6, 1e-6, 1e-6, 1e-6}, new int[4]);
        assertRefused(Reason.ILL_CONDITIONED, pairs, new double[] {1e-6, 1e-6, 1e-6, 1e-6}, new int[] {0, 0, 1, 1});
    }

    private static void assertRefused(Reason reason, double[] frequencies, double[] sigmas, int[] subIntegrations) {
        assertThatThrownBy(() -> InFrameProjection.of(frequencies, sigmas, subIntegrations))
                .isInstanceOfSatisfying(UnusableFrameException.class, e -> assertThat(e.reason())
                        .isEqualTo(reason));
    }

    private static double[] sigmas(double last) {
        double[] sigmas = {1e-6, 2e-6, 1e-6, 1e-6, 3e-6, 1e-6, 1e-6, 1e-6};
        sigmas[7] = last;
        return sigmas;
    }
}
