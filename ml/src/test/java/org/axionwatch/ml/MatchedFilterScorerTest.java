package org.axionwatch.ml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.axionwatch.physics.axion.LineShape;
import org.axionwatch.physics.axion.MatchedFilterBank;
import org.axionwatch.physics.axion.ResonanceGrid;
import org.axionwatch.physics.dispersion.InFrameProjection;
import org.axionwatch.physics.dispersion.ResidualCurve;
import org.junit.jupiter.api.Test;

class MatchedFilterScorerTest {

    private static final int CHANNELS = 64;
    private static final double SIGMA_SECONDS = 1e-6;
    private static final double HALF_WIDTH_MHZ = 20;

    @Test
    void shouldEqualNumericalIntegralOverAmplitudeWhenOneMassIsSearched() {
        ResonanceGrid oneCell = new ResonanceGrid(1500, 1, 1);
        double[] curve = noise(new Random(7), 0, 0);
        curve[32] += 2.5 * SIGMA_SECONDS;

        double probability = scorer(oneCell, 1).score(curve(curve)).signalProbability();

        double ratio = new IterativeLegendreGaussIntegrator(20, 1e-12, 1e-16)
                .integrate(
                        1_000_000,
                        snr -> 2
                                / Math.sqrt(2 * Math.PI)
                                * Math.exp(-0.5 * snr * snr)
                                * Math.exp(0.5 * (chiSquared(curve, 0) - chiSquared(curve, snr))),
                        0,
                        20);
        assertThat(probability).isCloseTo(ratio / (1 + ratio), offset(1e-9));
    }

    @Test
    void shouldGiveCalibratedProbabilitiesWhenSignalsFollowThePrior() {
        ResonanceGrid grid = new ResonanceGrid(1100, 20, 40);
        MatchedFilterScorer scorer = scorer(grid, 3);
        Random random = new Random(20261121);
        double excess = 0;
        double variance = 0;
        int correct = 0;
        int curves = 4000;
        for (int i = 0; i < curves; i++) {
            boolean signal = random.nextBoolean();
            double amplitude = signal ? 3 * Math.abs(random.nextGaussian()) : 0;
            double[] values = noise(random, amplitude, grid.frequencyMHz(random.nextInt(grid.count())));
            double probability = scorer.score(curve(values)).signalProbability();
            excess += (signal ? 1 : 0) - probability;
            variance += probability * (1 - probability);
            correct += signal == probability > 0.5 ? 1 : 0;
        }
        assertThat(excess).isCloseTo(0, offset(4 * Math.sqrt(variance)));
        assertThat(correct).isGreaterThan(curves * 6 / 10);
    }

    @Test
    void shouldScoreAlikeWhenOffsetAndDispersionAreAdded() {
        double[] values = noise(new Random(3), 4, 1500);
        double[] shifted = values.clone();
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] += 1e-5 + 3e-6 * Math.pow(1400 / frequencies()[i], 2);
        }
        MatchedFilterScorer scorer = MatchedFilterScorer.withDefaults();

        assertThat(scorer.score(curve(shifted)).signalProbability())
                .isCloseTo(scorer.score(curve(values)).signalProbability(), offset(1e-6));
    }

    @Test
    void shouldBeUndecidedWhenCurveSeesNoCell() {
        ScoredSignal score = scorer(new ResonanceGrid(4000, 1, 5), 1).score(curve(noise(new Random(1), 0, 0)));

        assertThat(score.signalProbability()).isEqualTo(0.5);
        assertThat(score.best()).isEmpty();
        assertThat(score.products().denominators()).containsOnly(0);
    }

    @Test
    void shouldRefusePriorThatIsNotANumber() {
        assertThatThrownBy(() -> new MatchedFilterScorer(MatchedFilterBank.withDefaults(), Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("NaN");
    }

    private static MatchedFilterScorer scorer(ResonanceGrid grid, double priorSignalToNoise) {
        return new MatchedFilterScorer(
                new MatchedFilterBank(grid, LineShape.LORENTZIAN, HALF_WIDTH_MHZ), priorSignalToNoise);
    }

    /** Residual sum of squares with the line at 1500 MHz taken out; projected, as offset and nu^-2 are free. */
    private static double chiSquared(double[] curve, double signalToNoise) {
        double[] rest = curve.clone();
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= signalToNoise * SIGMA_SECONDS * lorentzian(frequencies()[i], 1500);
        }
        InFrameProjection projection = InFrameProjection.of(frequencies(), sigmas(), new int[CHANNELS]);
        double[] projected = projection.project(rest);
        return projection.product(projected, projected);
    }

    private static double[] noise(Random random, double signalToNoise, double resonanceMHz) {
        double[] values = new double[CHANNELS];
        for (int i = 0; i < CHANNELS; i++) {
            values[i] = SIGMA_SECONDS
                    * (random.nextGaussian() + signalToNoise * lorentzian(frequencies()[i], resonanceMHz));
        }
        return values;
    }

    private static double lorentzian(double frequencyMHz, double resonanceMHz) {
        return 1 / (1 + Math.pow((frequencyMHz - resonanceMHz) / HALF_WIDTH_MHZ, 2));
    }

    private static ResidualCurve curve(double[] values) {
        return new ResidualCurve(frequencies(), values, sigmas(), new int[CHANNELS]);
    }

    private static double[] frequencies() {
        double[] frequencies = new double[CHANNELS];
        for (int i = 0; i < CHANNELS; i++) {
            frequencies[i] = 1000 + (i + 0.5) * 1000 / CHANNELS;
        }
        return frequencies;
    }

    private static double[] sigmas() {
        double[] sigmas = new double[CHANNELS];
        Arrays.fill(sigmas, SIGMA_SECONDS);
        return sigmas;
    }
}
