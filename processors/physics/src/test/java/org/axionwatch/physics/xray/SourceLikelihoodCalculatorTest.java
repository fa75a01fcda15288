package org.axionwatch.physics.xray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.axionwatch.physics.likelihood.JointFit;
import org.axionwatch.physics.xray.XrayModelException.Reason;
import org.junit.jupiter.api.Test;

class SourceLikelihoodCalculatorTest {

    private static final double EXPOSURE_SECONDS = 1e4;
    private static final CountsModel ON_OFF =
            new CountsModel(new double[] {1e-3}, new double[] {1, 0}, new double[] {1, 3});
    private static final SourceLikelihoodCalculator CALCULATOR =
            new SourceLikelihoodCalculator(ON_OFF, JointFit.DEFAULT_THRESHOLD, 41);

    @Test
    void shouldMatchOnOffArithmeticWhenSourceShines() {
        SourceLikelihoodFit fit = CALCULATOR.fit(new long[] {30, 45}, EXPOSURE_SECONDS);
        // 30 on, 45/3 = 15 expected: 15 excess counts at 10 counts per unit of a; variance on + off/9
        assertThat(fit.fit().bestAmplitude()).isCloseTo(1.5, Offset.offset(1e-9));
        assertThat(fit.bestAmplitudeUncertainty()).isCloseTo(Math.sqrt(30 + 5) / 10, Offset.offset(0.01));
        assertThat(fit.fit().nullBackgroundAmplitudes()[0]).isCloseTo(75 / 4e4, Offset.offset(1e-12));
        assertThat(fit.significance()).isCloseTo(Math.sqrt(fit.twoSidedTestStatistic()), Offset.offset(1e-12));
        assertThat(fit.discoveryTestStatistic()).isEqualTo(fit.twoSidedTestStatistic());
    }

    @Test
    void shouldKeepSignWhenSourceRegionIsFaint() {
        SourceLikelihoodFit fit = CALCULATOR.fit(new long[] {10, 60}, EXPOSURE_SECONDS);
        assertThat(fit.fit().bestAmplitude()).isCloseTo(-1, Offset.offset(1e-9));
        assertThat(fit.significance()).isNegative();
        assertThat(fit.discoveryTestStatistic()).isZero();
        assertThat(fit.twoSidedTestStatistic()).isPositive();
    }

    @Test
    void shouldCentreProfileOnBestFitAndReachTheNull() {
        SourceLikelihoodFit fit = CALCULATOR.fit(new long[] {30, 45}, EXPOSURE_SECONDS);
        double[] amplitudes = fit.amplitudes();
        assertThat(fit.profile()[20]).isZero();
        assertThat(amplitudes[20]).isEqualTo(fit.fit().bestAmplitude());
        assertThat(amplitudes[0]).isNotPositive();
        assertThat(amplitudes[40]).isGreaterThan(fit.fit().upperLimit());
        assertThat(DoubleStream.of(fit.profile())).allMatch(q -> q >= 0 && Double.isFinite(q));
    }

    @Test
    void shouldGiveFiniteLimitsWhenNothingIsCounted() {
        SourceLikelihoodFit fit = CALCULATOR.fit(new long[2], EXPOSURE_SECONDS);
        assertThat(fit.fit().upperLimit()).isCloseTo(2.71 / 20, Offset.offset(1e-9));
        assertThat(fit.bestAmplitudeUncertainty()).isPositive().isFinite();
        assertThat(fit.significance()).isZero();
    }

    @Test
    void shouldFoldFluxWhenResponseMixesBins() {
        double[] rates = CountsModel.signalRates(
                new double[] {2e-6, 1e-6}, new double[] {100, 200}, new double[][] {{0.9, 0.2}, {0.1, 0.8}});
        assertThat(rates[0]).isCloseTo(0.9 * 2e-4 + 0.2 * 2e-4, Offset.offset(1e-15));
        assertThat(rates[1]).isCloseTo(0.1 * 2e-4 + 0.8 * 2e-4, Offset.offset(1e-15));
    }

    /** Two bins whose signal falls on one region each: two counting experiments, whose amplitudes have weights 1/variance. */
    @Test
    void shouldFitSignalWhoseSpectrumDiffersFromRegionToRegion() {
        CountsModel model = new CountsModel(new double[][] {{1e-3, 0}, {0, 2e-3}}, new double[] {1, 1});
        double alone = new SourceLikelihoodCalculator(
                        new CountsModel(new double[][] {{1e-3, 0}, {0, 0}}, new double[] {1, 1}), 2.71, 5)
                .fit(new long[] {150, 100, 80, 80}, 1e4)
                .fit()
                .bestAmplitude();
        double both = new SourceLikelihoodCalculator(model, 2.71, 5)
                .fit(new long[] {150, 100, 100, 200}, 1e4)
                .fit()
                .bestAmplitude();

        assertThat(alone).isCloseTo(50 / (1e-3 * 1e4), Offset.offset(1e-6));
        assertThat(both).isCloseTo(5, Offset.offset(1e-6));
    }

    @Test
    void shouldNameReasonWhenRegionalModelIsBad() {
        double[] shapes = {1, 1};
        assertThat(reason(() -> new CountsModel(new double[][] {{1, 1}, {2, 2}}, shapes)))
                .isEqualTo(Reason.DEGENERATE_REGIONS);
        assertThat(reason(() -> new CountsModel(new double[][] {{1, 0}, {2}}, shapes)))
                .isEqualTo(Reason.LENGTH_MISMATCH);
        assertThat(reason(() -> new CountsModel(new double[][] {{0, 0}}, shapes)))
                .isEqualTo(Reason.BAD_VALUE);
    }

    @Test
    void shouldNameReasonWhenModelOrSumsAreBad() {
        double[] one = {1};
        assertThat(reason(() -> new CountsModel(one, one, one))).isEqualTo(Reason.DEGENERATE_REGIONS);
        assertThat(reason(() -> new CountsModel(new double[] {Double.NaN}, one, one)))
                .isEqualTo(Reason.BAD_VALUE);
        assertThat(reason(() -> CALCULATOR.fit(new long[3], 1))).isEqualTo(Reason.LENGTH_MISMATCH);
        assertThat(reason(() -> CALCULATOR.fit(new long[2], 0))).isEqualTo(Reason.BAD_VALUE);
        assertThat(reason(() -> new SourceLikelihoodCalculator(ON_OFF, 2.71, 4)))
                .isEqualTo(Reason.BAD_VALUE);
    }

    private static Reason reason(Runnable action) {
        return catchThrowableOfType(XrayModelException.class, action::run).reason();
    }
}
