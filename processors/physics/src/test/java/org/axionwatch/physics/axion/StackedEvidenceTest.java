package org.axionwatch.physics.axion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.axionwatch.physics.dispersion.ResidualCurve;
import org.axionwatch.physics.likelihood.GaussianTail;
import org.junit.jupiter.api.Test;

class StackedEvidenceTest {

    private static final ResonanceGrid GRID = new ResonanceGrid(1000, 10, 4);

    @Test
    void shouldReadAmplitudeUncertaintyAndLimitsFromTheSums() {
        StackedEvidence evidence = StackedEvidence.of(
                new MatchedFilterProducts(GRID, new double[] {8e6, -12e6, 0, 2e6}, new double[] {4e12, 4e12, 0, 1e12}));

        CellEvidence best = evidence.best().orElseThrow();
        assertThat(best.resonanceFrequencyMHz()).isEqualTo(1000);
        assertThat(best.amplitudeSeconds()).isCloseTo(2e-6, withPercentage(1e-10));
        assertThat(best.uncertaintySeconds()).isCloseTo(0.5e-6, withPercentage(1e-10));
        assertThat(best.localSignificance()).isCloseTo(4, offset(1e-12));
        assertThat(best.upperLimitSeconds()).isCloseTo(2e-6 + 1.6448536 * 0.5e-6, withPercentage(1e-5));
        assertThat(evidence.trials()).isEqualTo(3);
        CellEvidence low = evidence.cells().get(1);
        assertThat(low.upperLimitSeconds()).isNegative();
        assertThat(low.powerConstrainedUpperLimitSeconds()).isCloseTo(0.6448536 * 0.5e-6, withPercentage(1e-5));
    }

    /** One-sided normal tails Q(3), Q(5) and Q(10) from tables (Abramowitz and Stegun 1964, table 26.2). */
    @Test
    void shouldPayForTrials() {
        assertThat(GaussianTail.logSurvival(5)).isCloseTo(Math.log(2.866515719e-7), offset(1e-8));
        assertThat(GaussianTail.logSurvival(3)).isCloseTo(Math.log(1.349898032e-3), offset(1e-8));
        assertThat(GaussianTail.significance(Math.log(1.349898032e-3))).isCloseTo(3, offset(1e-8));
        assertThat(GaussianTail.significance(GaussianTail.logSurvival(60))).isCloseTo(60, offset(1e-9));
        assertThat(GaussianTail.logSurvival(10.0)).isCloseTo(Math.log(7.619853024e-24), offset(1e-8));

        double[] denominators = {1, 1, 1, 1};
        StackedEvidence evidence =
                StackedEvidence.of(new MatchedFilterProducts(GRID, new double[] {5, 0, 0, 0}, denominators));
        assertThat(GaussianTail.logSurvival(evidence.globalSignificance()))
                .isCloseTo(Math.log(4 * 2.866515719e-7), offset(1e-8));
        assertThat(StackedEvidence.of(new MatchedFilterProducts(GRID, new double[4], denominators))
                        .globalSignificance())
                .isZero();
    }

    /** Noise stacks alarm no more often than the trials factor promises: 400 stacks, seed fixed. */
    @Test
    void shouldRarelyAlarmWhenCurvesAreNoise() {
        MatchedFilterBank bank = MatchedFilterBank.withDefaults();
        Random random = new Random(42);
        double[] sigmas = new double[64];
        Arrays.fill(sigmas, 1e-6);
        double[] frequencies = new double[64];
        Arrays.setAll(frequencies, i -> 1007.8125 + 15.625 * i);
        int alarms = 0;
        for (int stack = 0; stack < 400; stack++) {
            double[] noise = new double[64];
            Arrays.setAll(noise, i -> 1e-6 * random.nextGaussian());
            StackedEvidence evidence =
                    StackedEvidence.of(bank.filter(new ResidualCurve(frequencies, noise, sigmas, new int[64])));
            alarms += evidence.globalSignificance() > 1.6448536 ? 1 : 0;
        }
        // 5 % of 400 is 20; three standard deviations of the binomial above that are 33
        assertThat(alarms).isLessThanOrEqualTo(33);
    }

    @Test
    void shouldMarginaliseOverPositiveAmplitudesExactly() {
        AmplitudePrior prior = new AmplitudePrior(1e-6);
        double numerator = 3e6;
        double denominator = 2e12;
        double ratio = new IterativeLegendreGaussIntegrator(20, 1e-12, 1e-16)
                .integrate(
                        100_000,
                        micro -> 2
                                / Math.sqrt(2 * Math.PI)
                                * Math.exp(-0.5 * micro * micro)
                                * Math.exp(micro * 1e-6 * numerator - 0.5 * micro * micro * 1e-12 * denominator),
                        0,
                        30);

        assertThat(prior.logLikelihoodRatio(numerator, denominator)).isCloseTo(Math.log(ratio), offset(1e-9));
        assertThat(prior.logLikelihoodRatio(0, 0)).isCloseTo(0, offset(1e-12));
    }

    @Test
    void shouldSayNothingWhenNoCellIsSeen() {
        StackedEvidence evidence = StackedEvidence.of(new MatchedFilterProducts(GRID, new double[4], new double[4]));

        assertThat(evidence.best()).isEmpty();
        assertThat(evidence.estimate()).isEmpty();
        assertThat(evidence.globalSignificance()).isZero();
        assertThat(evidence.logMarginalLikelihoodRatio(AmplitudePrior.MICROSECOND))
                .isZero();
    }

    /** Lines between two channels 40 MHz apart: the amplitude is uncertain by more than the best cell says, and covers. */
    @Test
    void shouldCoverTrueAmplitudeWhenLineFallsBetweenChannels() {
        MatchedFilterBank bank = MatchedFilterBank.withDefaults();
        Random random = new Random(99);
        double[] frequencies = new double[25];
        Arrays.setAll(frequencies, i -> 1010 + 40.0 * i);
        double[] sigmas = new double[25];
        Arrays.fill(sigmas, 1e-7);
        int covered = 0;
        int trials = 200;
        for (int trial = 0; trial < trials; trial++) {
            double resonance = frequencies[12] + 12 * (random.nextDouble() - 0.5);
            double[] line = ResonanceTemplate.DEFAULT.sample(frequencies, resonance);
            double[] curve = new double[25];
            Arrays.setAll(curve, i -> 2e-6 * line[i] + 1e-7 * random.nextGaussian());
            ResonanceEstimate estimate = StackedEvidence.of(
                            bank.filter(new ResidualCurve(frequencies, curve, sigmas, new int[25])))
                    .estimate()
                    .orElseThrow();
            boolean inside = Math.abs(estimate.amplitudeSeconds() - 2e-6) < 2 * estimate.amplitudeUncertaintySeconds()
                    && Math.abs(estimate.resonanceFrequencyMHz() - resonance) < 10;
            covered += inside ? 1 : 0;
        }
        assertThat(covered).isGreaterThan(trials * 85 / 100);
    }
}
