package org.axionwatch.physics.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.axionwatch.physics.likelihood.LikelihoodException.Reason;
import org.junit.jupiter.api.Test;

class WStatisticTest {

    private static double w(double on, double off, double alpha, double signal) {
        return new WStatistic(new double[] {on}, new double[] {off}, new double[] {alpha}).of(new double[] {signal});
    }

    /** W by the likelihood of an on and an off region with a root finder for the background. */
    private static double byRegions(double on, double off, double alpha, double signal) {
        PoissonBin bin = new PoissonBin(new double[] {on, off}, new double[] {1, 0}, new double[] {alpha, 1}, 1);
        double saturated = logPoisson(on) + logPoisson(off);
        return 2 * (saturated - bin.profile(signal).logProbability());
    }

    private static double logPoisson(double n) {
        return (n == 0 ? 0 : n * Math.log(n) - n) - org.apache.commons.math3.special.Gamma.logGamma(n + 1);
    }

    @Test
    void shouldEqualTheProfiledTwoRegionLikelihoodForAnyCountsAndSignal() {
        long seed = 20_261_121L;
        SplittableRandom random = new SplittableRandom(seed);
        for (int trial = 0; trial < 5000; trial++) {
            double on = random.nextInt(5) == 0 ? 0 : random.nextInt(60);
            double off = random.nextInt(5) == 0 ? 0 : random.nextInt(60);
            double alpha = Math.exp(random.nextDouble(-4, 2));
            double signal = random.nextDouble(-40, 80);
            assertThat(w(on, off, alpha, signal))
                    .as("seed %d: on %s, off %s, alpha %s, signal %s", seed, on, off, alpha, signal)
                    .isCloseTo(byRegions(on, off, alpha, signal), within(1e-8));
        }
    }

    @Test
    void shouldFollowXspecWhereOneRegionIsEmpty() {
        // XSPEC manual, appendix B: t_s m + n_b ln((t_s + t_b)/t_b) and -t_b m - n_s ln(t_s/(t_s + t_b)), twice.
        assertThat(w(0, 6, 0.25, 3)).isCloseTo(2 * (3 + 6 * Math.log(1.25)), within(1e-13));
        assertThat(w(5, 0, 0.25, 0.4)).isCloseTo(2 * (-4 * 0.4 - 5 * Math.log(0.2)), within(1e-13));
        assertThat(w(5, 0, 0.25, 7)).isCloseTo(2 * (7 - 5 + 5 * Math.log(5.0 / 7)), within(1e-13));
        assertThat(w(0, 0, 0.25, 7)).isEqualTo(14);
    }

    @Test
    void shouldKeepItsDigitsWhenSignalNearlyCancelsTheBackground() {
        // A signal of -1e12 leaves the source region the mean 3/(1 + 1e12 tau/n_off ...): b = 1e12 + 3/(tau + 1) to
        // first order.
        double alpha = 1e-3;
        double mean = 1e12 * 3 / (1e12 * (1 + 1 / alpha) - 3 - 7);
        double background = 1e12 + mean;
        double expected =
                2 * (mean - 3 + 3 * Math.log(3 / mean) + background / alpha - 7 + 7 * Math.log(7 * alpha / background));
        assertThat(w(3, 7, alpha, -1e12)).isCloseTo(expected, within(1e-9 * expected));
        assertThat(w(1, 1, 1e-9, 1e-300)).isFinite();
    }

    @Test
    void shouldVanishWhenSignalExplainsTheExcessOfEveryBin() {
        double[] on = {30, 1e6};
        double[] off = {45, 3e6};
        double[] alpha = {1.0 / 3, 0.1};
        assertThat(new WStatistic(on, off, alpha).of(new double[] {15, 7e5})).isCloseTo(0, within(1e-9));
    }

    @Test
    void shouldGiveTheSameFinitePositiveLimitWithoutOnCountsWhateverTheOffCounts() {
        // W rises by 2 s from its value at no signal, so s = 2.7/2, however many off counts there are.
        for (int off : new int[] {0, 1, 5, 1000, 1_000_000}) {
            assertThat(w(0, off, 0.2, 1.35) - w(0, off, 0.2, 0)).isCloseTo(2.7, within(1e-8));
            PoissonBin bin = new PoissonBin(new double[] {0, off}, new double[] {1, 0}, new double[] {0.2, 1}, 1);
            assertThat(PhysicalFit.of(new ProfileLikelihood(List.of(bin)), 2.7).upperLimit())
                    .as("%d off counts", off)
                    .isCloseTo(1.35, within(1e-8));
        }
    }

    @Test
    void shouldRefuseImpossibleCountsScalesAndSignals() {
        assertRefused(Reason.BAD_COUNTS, () -> w(-1, 2, 1, 1));
        assertRefused(Reason.BAD_COUNTS, () -> w(1, Double.NaN, 1, 1));
        assertRefused(Reason.BAD_BACKGROUND, () -> w(1, 2, 0, 1));
        assertRefused(Reason.BAD_BACKGROUND, () -> w(1, 2, Double.NaN, 1));
        assertRefused(Reason.BAD_SIGNAL, () -> w(1, 2, 1, Double.POSITIVE_INFINITY));
        assertRefused(Reason.LENGTH_MISMATCH, () -> new WStatistic(new double[2], new double[1], new double[2]));
    }

    private static void assertRefused(Reason reason, Runnable action) {
        assertThatThrownBy(action::run).isInstanceOfSatisfying(LikelihoodException.class, e -> assertThat(e.reason())
                .isEqualTo(reason));
    }
}
