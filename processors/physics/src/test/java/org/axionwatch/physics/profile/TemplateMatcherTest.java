package org.axionwatch.physics.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Closed form: a Gaussian pulse of peak A and standard deviation w turns in N bins of noise s has the Fisher information
 * (A/s)^2 N sqrt(pi)/(2 w) about its phase and (1/s)^2 N w sqrt(pi) about its peak.
 */
class TemplateMatcherTest {

    private static final long SEED = 20261121;
    private static final int BINS = 256;
    private static final double WIDTH_TURNS = 0.08;
    private static final double DEVIATION_TURNS = WIDTH_TURNS / Math.sqrt(8 * Math.log(2));
    private static final int DRAWS = 4_000;

    private final TemplateMatcher matcher = new TemplateMatcher(ProfileTemplate.gaussian(WIDTH_TURNS, BINS));

    @ParameterizedTest
    @ValueSource(doubles = {-0.5, -0.499_999, -0.3141, -0.001_3, 0, 0.000_000_7, 0.25, 0.499_97})
    void shouldRecoverTheShiftToRoundingWhenThereIsNoNoise(double shift) {
        TemplateFit fit = matcher.fit(pulse(shift, 3));

        assertThat(Math.IEEEremainder(fit.shiftTurns() - shift, 1)).isCloseTo(0, within(1e-12));
        assertThat(fit.scale()).isCloseTo(3, within(1e-12));
        assertThat(fit.shiftUncertaintyTurns()).isLessThan(1e-7);
    }

    @Test
    void shouldIgnoreAConstantBelowThePulse() {
        double[] profile = pulse(0.2, 1);
        for (int bin = 0; bin < BINS; bin++) {
            profile[bin] += 1_000;
        }

        assertThat(matcher.fit(profile).shiftTurns()).isCloseTo(0.2, within(1e-10));
    }

    @Test
    void shouldMatchATemplateOfAnotherNumberOfBins() {
        TemplateMatcher coarse = new TemplateMatcher(ProfileTemplate.gaussian(WIDTH_TURNS, 64));

        assertThat(coarse.fit(pulse(0.123, 1)).shiftTurns()).isCloseTo(0.123, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {12, 40})
    void shouldBeUnbiasedWithTheUncertaintyOfTheClosedFormWhenTheNoiseIsWhite(double signalToNoise) {
        double noise = Math.sqrt(BINS * DEVIATION_TURNS * Math.sqrt(Math.PI)) / signalToNoise;
        double expected = noise * Math.sqrt(2 * DEVIATION_TURNS / (BINS * Math.sqrt(Math.PI)));
        Well19937c random = new Well19937c(SEED);
        SummaryStatistics shifts = new SummaryStatistics();
        SummaryStatistics pulls = new SummaryStatistics();
        SummaryStatistics stated = new SummaryStatistics();
        SummaryStatistics noises = new SummaryStatistics();
        SummaryStatistics scales = new SummaryStatistics();
        for (int draw = 0; draw < DRAWS; draw++) {
            double truth = random.nextDouble() - 0.5;
            double[] profile = pulse(truth, 1);
            for (int bin = 0; bin < BINS; bin++) {
                profile[bin] += noise * random.nextGaussian();
            }
            TemplateFit fit = matcher.fit(profile);
            double error = Math.IEEEremainder(fit.shiftTurns() - truth, 1);
            shifts.addValue(error);
            pulls.addValue(error / fit.shiftUncertaintyTurns());
            stated.addValue(fit.shiftUncertaintyTurns());
            noises.addValue(fit.noise());
            scales.addValue((fit.scale() - 1) / fit.scaleUncertainty());
        }

        double standardError = 1 / Math.sqrt(DRAWS);
        assertThat(shifts.getMean()).isCloseTo(0, within(4 * expected * standardError));
        assertThat(shifts.getStandardDeviation()).isCloseTo(expected, within(0.06 * expected));
        assertThat(stated.getMean()).isCloseTo(expected, within(0.02 * expected));
        assertThat(pulls.getMean()).isCloseTo(0, within(4 * standardError));
        assertThat(pulls.getStandardDeviation()).isCloseTo(1, within(0.05));
        assertThat(noises.getMean()).isCloseTo(noise, within(0.01 * noise));
        assertThat(scales.getStandardDeviation()).isCloseTo(1, within(0.05));
    }

    @Test
    void shouldRefuseProfilesThatCannotBeFitted() {
        assertThatIllegalArgumentException().isThrownBy(() -> matcher.fit(new double[100]));
        assertThatIllegalArgumentException().isThrownBy(() -> matcher.fit(new double[BINS]));
        double[] broken = pulse(0, 1);
        broken[7] = Double.NaN;
        assertThatIllegalArgumentException().isThrownBy(() -> matcher.fit(broken));
        assertThatIllegalArgumentException().isThrownBy(() -> ProfileTemplate.of(new double[64]));
    }

    /** Written out, so that the pulse is not the code's own. */
    private static double[] pulse(double phase, double peak) {
        double[] pulse = new double[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            for (int turn = -3; turn <= 3; turn++) {
                double distance = ((double) bin / BINS - phase + turn) / DEVIATION_TURNS;
                pulse[bin] += peak * Math.exp(-distance * distance / 2);
            }
        }
        return pulse;
    }
}
