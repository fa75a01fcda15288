package org.axionwatch.physics.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.assertj.core.data.Offset;
import org.axionwatch.physics.likelihood.LikelihoodException.Reason;
import org.junit.jupiter.api.Test;

class ProfileLikelihoodTest {

    private static final Offset<Double> TINY = Offset.offset(1e-9);

    @Test
    void shouldMatchOnOffClosedFormWhenSourceRegionIsCompared() {
        // Li & Ma 1983, equation 17, alpha = 1/3: n_on = 30, n_off = 45, all signal in the on region.
        PoissonBin bin = new PoissonBin(new double[] {30, 45}, new double[] {1, 0}, new double[] {1, 3}, 1);
        ProfileLikelihood likelihood = new ProfileLikelihood(List.of(bin));
        double alpha = 1.0 / 3;
        double expected = 2 * (30 * Math.log((1 + alpha) / alpha * 30 / 75) + 45 * Math.log((1 + alpha) * 45 / 75));
        assertThat(likelihood.bestAmplitude()).isCloseTo(15, TINY);
        assertThat(likelihood.testStatistic(0)).isCloseTo(expected, TINY);
    }

    @Test
    void shouldFindNegativeSignalWhenSourceRegionIsFaint() {
        PoissonBin bin = new PoissonBin(new double[] {10, 60}, new double[] {1, 0}, new double[] {1, 3}, 2);
        assertThat(new ProfileLikelihood(List.of(bin)).bestAmplitude()).isCloseTo(-5, TINY);
    }

    @Test
    void shouldRaiseBackgroundWhenNegativeSignalLeavesNoRoom() {
        PoissonBin bin = new PoissonBin(new double[] {0, 3}, new double[] {1, 0}, new double[] {1, 1}, 1);
        BackgroundProfile profile = bin.profile(-10);
        assertThat(profile.backgroundAmplitude()).isCloseTo(10, TINY);
        assertThat(profile.logProbability()).isCloseTo(3 * Math.log(10) - 10 - Math.log(6), TINY);
    }

    @Test
    void shouldGiveFiniteLimitsWhenNothingIsCounted() {
        PoissonBin bin = new PoissonBin(new double[3], new double[] {0.5, 0.3, 0.2}, new double[] {1, 2, 3}, 4);
        JointFit fit = JointFit.of(new ProfileLikelihood(List.of(bin, bin)), JointFit.DEFAULT_THRESHOLD);
        assertThat(fit.bestAmplitude()).isZero();
        assertThat(fit.nullTestStatistic()).isZero();
        assertThat(fit.upperLimit()).isCloseTo(2.71 / 16, TINY);
        assertThat(fit.expected().median()).isCloseTo(Math.pow(1.6448536269514722, 2) / 16, TINY);
        assertThat(fit.powerConstrainedLimit()).isEqualTo(fit.upperLimit());
    }

    @Test
    void shouldStayAtZeroWhenSignalLooksLikeBackground() {
        PoissonBin bin = new PoissonBin(new double[] {3, 4}, new double[] {0.5, 0.5}, new double[] {2, 2}, 1);
        ProfileLikelihood likelihood = new ProfileLikelihood(List.of(bin));
        assertThat(likelihood.bestAmplitude()).isZero();
        assertThat(likelihood.lowerCrossing(1)).isEmpty();
        assertThat(likelihood.upperCrossing(2.71)).isGreaterThan(7).isFinite();
    }

    @Test
    void shouldTakeExpectedLimitWhenDeficitIsDeep() {
        PoissonBin bin = new PoissonBin(new double[] {0, 90}, new double[] {1, 0}, new double[] {1, 3}, 1);
        JointFit fit = JointFit.of(new ProfileLikelihood(List.of(bin)), JointFit.DEFAULT_THRESHOLD);
        assertThat(fit.bestAmplitude()).isNegative();
        assertThat(fit.powerConstrainedLimit())
                .isEqualTo(fit.expected().minusOneSigma())
                .isGreaterThan(fit.upperLimit());
    }

    @Test
    void shouldHaveVanishingSlopeWhenCountsAreLarge() {
        PoissonBin bin = new PoissonBin(
                new double[] {1.2e6, 2.4e6, 9e5}, new double[] {0.7, 0.2, 0.1}, new double[] {3, 7, 2.5}, 1e3);
        ProfileLikelihood likelihood = new ProfileLikelihood(List.of(bin));
        double best = likelihood.bestAmplitude();
        double upper = likelihood.upperCrossing(1) - best;
        double lower = best - likelihood.lowerCrossing(1).orElseThrow();
        assertThat(upper / lower).isCloseTo(1, Offset.offset(0.01));
        assertThat(likelihood.testStatistic(best + upper)).isCloseTo(1, Offset.offset(1e-6));
    }

    @Test
    void shouldCoverTrueAmplitudeWhenRepeated() {
        Well19937c random = new Well19937c(2612);
        int covered = 0;
        int trials = 4000;
        for (int trial = 0; trial < trials; trial++) {
            double[] expected = {0.6 * 80 + 50, 0.3 * 80 + 100, 0.1 * 80 + 400};
            double[] counts = Arrays.stream(expected)
                    .map(mean -> new PoissonDistribution(random, mean, 1e-12, 1000).sample())
                    .toArray();
            PoissonBin bin = new PoissonBin(counts, new double[] {0.6, 0.3, 0.1}, new double[] {5, 10, 40}, 80);
            ProfileLikelihood likelihood = new ProfileLikelihood(List.of(bin));
            covered += likelihood.upperCrossing(2.71) > 1 ? 1 : 0;
        }
        assertThat(covered / (double) trials).isBetween(0.94, 0.96);
    }

    @Test
    void shouldNameReasonWhenInputIsBad() {
        double[] one = {1};
        assertThat(reason(() -> new PoissonBin(new double[] {-1}, one, one, 1))).isEqualTo(Reason.BAD_COUNTS);
        assertThat(reason(() -> new PoissonBin(one, new double[] {Double.NaN}, one, 1)))
                .isEqualTo(Reason.BAD_SIGNAL);
        assertThat(reason(() -> new PoissonBin(one, one, new double[1], 1))).isEqualTo(Reason.BAD_BACKGROUND);
        assertThat(reason(() -> new PoissonBin(one, new double[2], one, 1))).isEqualTo(Reason.LENGTH_MISMATCH);
        assertThat(reason(() -> new ProfileLikelihood(List.of(new PoissonBin(one, one, one, 0)))))
                .isEqualTo(Reason.NO_SIGNAL);
        ProfileLikelihood good = new ProfileLikelihood(List.of(new PoissonBin(one, one, one, 1)));
        assertThat(reason(() -> good.upperCrossing(Double.NaN))).isEqualTo(Reason.BAD_PARAMETER);
    }

    private static Reason reason(Runnable action) {
        return catchThrowableOfType(LikelihoodException.class, action::run).reason();
    }
}
