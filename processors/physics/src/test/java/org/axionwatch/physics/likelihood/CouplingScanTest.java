package org.axionwatch.physics.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.axionwatch.physics.likelihood.LikelihoodException.Reason;
import org.junit.jupiter.api.Test;

class CouplingScanTest {

    private static final double[] COUPLINGS = IntStream.rangeClosed(0, 60)
            .mapToDouble(i -> 0.1 * Math.pow(10, i / 30.0))
            .toArray();
    private static final double[] SHAPES = {1, 3, 5};
    private static final double[][] TEMPLATE = {{4, 1, 0.2}, {2, 2, 0}};

    /** Only where all signal is in one region has the profile a closed form: Li and Ma 1983, equation 17. */
    @Test
    void shouldMatchOnOffClosedFormWhenOneRegionHoldsTheSignal() {
        double[][][] signals = Arrays.stream(COUPLINGS)
                .mapToObj(coupling -> new double[][] {{10 * Math.pow(coupling, 4), 0}})
                .toArray(double[][][]::new);
        CouplingScan scan = new CouplingScan(COUPLINGS, signals, new double[] {1, 3});
        CouplingScan.Limit limit = scan.limit(new double[][] {{30, 45}}, 2.7);
        double alpha = 1.0 / 3;
        double liMa = 2 * (30 * Math.log((1 + alpha) / alpha * 30 / 75) + 45 * Math.log((1 + alpha) * 45 / 75));
        assertThat(limit.best()).isCloseTo(Math.pow(1.5, 0.25), Percentage.withPercentage(1e-4));
        assertThat(limit.testStatistic()).isCloseTo(liMa, Offset.offset(1e-8));
    }

    @Test
    void shouldMatchTheExactProfileWhenCountsArePoisson() {
        Well19937c random = new Well19937c(20081203);
        for (double mean : new double[] {0.05, 2, 40}) {
            double[][] counts = new double[TEMPLATE.length][SHAPES.length];
            for (double[] bin : counts) {
                Arrays.setAll(bin, i -> new PoissonDistribution(
                                random, mean * SHAPES[i], PoissonDistribution.DEFAULT_EPSILON, 100_000)
                        .sample());
            }
            double[] actual = powerLaw().relativeLogLikelihoods(counts);
            ProfileLikelihood exact = exact(counts);
            for (int k = 0; k < COUPLINGS.length; k++) {
                double amplitude = Math.pow(COUPLINGS[k], 4);
                assertThat(actual[k])
                        .as("seed 20081203, mean %s, coupling %s", mean, COUPLINGS[k])
                        .isCloseTo(
                                exact.logLikelihood(amplitude) - exact.logLikelihood(0),
                                Offset.offset(1e-9 * (1 + 10 * amplitude)));
            }
        }
    }

    @Test
    void shouldGiveTheLimitOfThePhysicalFitWhenTheSignalIsAPowerLaw() {
        double[][] counts = {{9, 14, 31}, {3, 15, 22}};
        PhysicalFit fit = PhysicalFit.of(exact(counts), 2.7);
        CouplingScan.Limit limit = powerLaw().limit(counts, 2.7);
        assertThat(limit.best()).isCloseTo(Math.pow(fit.bestAmplitude(), 0.25), Percentage.withPercentage(1e-3));
        assertThat(limit.upperLimit()).isCloseTo(Math.pow(fit.upperLimit(), 0.25), Percentage.withPercentage(1e-4));
    }

    @Test
    void shouldExpectTheLimitsOfTheExactAsimovSet() {
        double[][] background = {{7, 21, 35}, {4, 12, 20}};
        ExpectedLimits exact = ExpectedLimits.of(exact(background));
        ExpectedLimits scanned = powerLaw().expected(new double[] {7, 4});
        assertThat(Math.pow(scanned.minusOneSigma(), 4))
                .isCloseTo(exact.minusOneSigma(), Percentage.withPercentage(0.01));
        assertThat(Math.pow(scanned.median(), 4)).isCloseTo(exact.median(), Percentage.withPercentage(0.01));
        assertThat(Math.pow(scanned.plusTwoSigma(), 4))
                .isCloseTo(exact.plusTwoSigma(), Percentage.withPercentage(0.01));
    }

    /** q = 2.71 = 2 s with no counts at all. */
    @Test
    void shouldHaveAClosedFormLimitWhenNothingIsCounted() {
        double signalAtOne = 4 + 1 + 0.2 + 2 + 2;
        CouplingScan.Limit limit = powerLaw().limit(new double[2][3], 2.71);
        assertThat(limit.best()).isZero();
        assertThat(limit.upperLimit())
                .isCloseTo(Math.pow(2.71 / 2 / signalAtOne, 0.25), Percentage.withPercentage(1e-5));
    }

    @Test
    void shouldExcludeNothingWhenTheSignalVanishesOrIsBackground() {
        double[][][] none = new double[COUPLINGS.length][1][2];
        CouplingScan.Limit limit =
                new CouplingScan(COUPLINGS, none, new double[] {1, 2}).limit(new double[][] {{3, 4}}, 2.7);
        assertThat(limit.upperLimit()).isInfinite();
        assertThat(limit.testStatistic()).isZero();
    }

    @Test
    void shouldNameTheReasonWhenInputIsBad() {
        double[][][] signals = new double[2][1][1];
        double[] one = {1};
        assertThat(reason(() -> new CouplingScan(new double[] {2, 1}, signals, one)))
                .isEqualTo(Reason.BAD_PARAMETER);
        assertThat(reason(() -> new CouplingScan(one, signals, one))).isEqualTo(Reason.LENGTH_MISMATCH);
        assertThat(reason(() -> new CouplingScan(new double[] {1, 2}, signals, new double[] {0})))
                .isEqualTo(Reason.BAD_BACKGROUND);
        signals[1][0][0] = Double.NaN;
        assertThat(reason(() -> new CouplingScan(new double[] {1, 2}, signals, one)))
                .isEqualTo(Reason.BAD_SIGNAL);
        assertThat(reason(() -> powerLaw().limit(new double[][] {{1, 2, -1}, {0, 0, 0}}, 2.7)))
                .isEqualTo(Reason.BAD_COUNTS);
    }

    private static CouplingScan powerLaw() {
        double[][][] signals = Arrays.stream(COUPLINGS)
                .mapToObj(coupling -> Arrays.stream(TEMPLATE)
                        .map(bin -> Arrays.stream(bin)
                                .map(counts -> counts * Math.pow(coupling, 4))
                                .toArray())
                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
        return new CouplingScan(COUPLINGS, signals, SHAPES);
    }

    private static ProfileLikelihood exact(double[][] counts) {
        return new ProfileLikelihood(List.of(
                new PoissonBin(counts[0], TEMPLATE[0], SHAPES, 1), new PoissonBin(counts[1], TEMPLATE[1], SHAPES, 1)));
    }

    private static Reason reason(Runnable action) {
        return catchThrowableOfType(LikelihoodException.class, action::run).reason();
    }
}
