package org.axionwatch.physics.xray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.axionwatch.physics.likelihood.CouplingFit;
import org.axionwatch.physics.xray.NeutronStar.Measurement;
import org.axionwatch.physics.xray.XrayModelException.Reason;
import org.junit.jupiter.api.Test;

/** Expected values: an independent analysis of Table I with the same conventions. */
class IntensityAnalysisTest {

    private static final Percentage TWO_PERCENT = Percentage.withPercentage(2);
    private static final Map<AngleTreatment, IntensityAnalysis> TABLE_ONE = new ConcurrentHashMap<>();

    @Test
    void shouldMatchTheReferenceWhenTheAngleIsPerpendicular() {
        CouplingFit fit = tableOne(AngleTreatment.PERPENDICULAR).fit();
        assertThat(fit.best()).isCloseTo(1.481e-20, TWO_PERCENT);
        assertThat(fit.testStatistic()).isCloseTo(7.3366, TWO_PERCENT);
        assertThat(fit.significance()).isCloseTo(2.709, TWO_PERCENT);
        assertInterval(fit.interval68(), 6.51e-21, 3.72e-20);
        assertInterval(fit.interval95(), 2.81e-21, 1.44e-19);
        assertThat(fit.upperLimit95()).isCloseTo(8.38e-20, TWO_PERCENT);
    }

    @Test
    void shouldMatchTheReferenceWhenTheAngleIsMarginalised() {
        CouplingFit fit = tableOne(AngleTreatment.MARGINALISED).fit();
        assertThat(fit.best()).isCloseTo(1.586e-20, TWO_PERCENT);
        assertThat(fit.testStatistic()).isCloseTo(6.79, TWO_PERCENT);
        assertInterval(fit.interval68(), 6.5e-21, 3.99e-20);
        assertInterval(fit.interval95(), 2.85e-21, 1.57e-19);
        assertThat(fit.upperLimit95()).isCloseTo(9.1e-20, TWO_PERCENT);
    }

    /** Whichever comes last, averaging or profiling: the average of maxima is at least the maximum of averages. */
    @Test
    void shouldBeMoreSignificantWhenTheAngleIsMarginalisedLast() {
        CouplingFit first = tableOne(AngleTreatment.MARGINALISED).fit();
        CouplingFit last = tableOne(AngleTreatment.PROFILED_THEN_MARGINALISED).fit();
        assertThat(last.testStatistic()).isBetween(first.testStatistic(), 11.188);
    }

    @Test
    void shouldMatchTheReferenceWhenTheAngleIsProfiledOffTheAxis() {
        CouplingFit fit = tableOne(AngleTreatment.PROFILED_OFF_AXIS).fit();
        assertThat(fit.best()).isCloseTo(1.605e-20, TWO_PERCENT);
        assertThat(fit.testStatistic()).isCloseTo(8.03, TWO_PERCENT);
        assertInterval(fit.interval68(), 6.96e-21, 4.05e-20);
        assertInterval(fit.interval95(), 3.08e-21, 1.49e-19);
        assertThat(fit.upperLimit95()).isCloseTo(8.8e-20, TWO_PERCENT);
    }

    @Test
    void shouldHaveNoUpperLimitWhenTheAngleMayReachTheAxis() {
        CouplingFit fit = tableOne(AngleTreatment.PROFILED).fit();
        // J0420 is met last, at its central values: 4e-20 (0.7/0.3591)^(1/2)
        assertThat(fit.best()).isCloseTo(5.585e-20, TWO_PERCENT);
        assertThat(fit.testStatistic()).isCloseTo(11.188, TWO_PERCENT);
        assertThat(fit.interval68().lower()).isCloseTo(1.56e-20, TWO_PERCENT);
        assertThat(fit.interval95().lower()).isCloseTo(5.97e-21, TWO_PERCENT);
        assertThat(fit.interval95().upper()).isInfinite();
        assertThat(fit.upperLimit95()).isInfinite();
    }

    @Test
    void shouldKeepTheTestStatisticWhenTheLuminosityIsAnother() {
        CouplingFit fiducial = tableOne(AngleTreatment.PERPENDICULAR).fit();
        CouplingFit bare = analysis(2.821790e32, AngleTreatment.PERPENDICULAR).fit();
        assertThat(bare.testStatistic() / fiducial.testStatistic()).isCloseTo(1, Offset.offset(1e-6));
        assertThat(bare.best() / fiducial.best())
                .isCloseTo(Math.sqrt(1.236482 / 2.821790), Percentage.withPercentage(0.1));
    }

    @Test
    void shouldStartFromTheNullOfCentralValues() {
        assertThat(tableOne(AngleTreatment.PERPENDICULAR).chiSquaredWithoutSignal())
                .isCloseTo(11.3363, Offset.offset(5e-4));
    }

    @Test
    void shouldNameTheStarWhenAPriorHasNoWidth() {
        NeutronStar star = MagnificentSeven.named("J1856");
        NeutronStar certain = new NeutronStar(
                star.name(),
                star.polarFieldGauss(),
                Measurement.symmetric(5, 0),
                star.distance(),
                star.intensity(),
                star.lowerEnergyKeV());
        XrayModelException refusal = catchThrowableOfType(
                XrayModelException.class,
                () -> new IntensityAnalysis(List.of(certain), 1e32, AngleTreatment.PERPENDICULAR));
        assertThat(refusal.reason()).isEqualTo(Reason.BAD_PRIOR);
        assertThat(refusal).hasMessageContaining("J1856 core temperature");
    }

    private static IntensityAnalysis tableOne(AngleTreatment treatment) {
        return TABLE_ONE.computeIfAbsent(
                treatment, key -> analysis(MagnificentSeven.REFERENCE_LUMINOSITY_ERG_PER_S, key));
    }

    private static IntensityAnalysis analysis(double luminosityErgPerS, AngleTreatment treatment) {
        return new IntensityAnalysis(MagnificentSeven.stars(), luminosityErgPerS, treatment);
    }

    private static void assertInterval(CouplingFit.Interval interval, double lower, double upper) {
        assertThat(interval.lower()).isCloseTo(lower, TWO_PERCENT);
        assertThat(interval.upper()).isCloseTo(upper, TWO_PERCENT);
    }
}
