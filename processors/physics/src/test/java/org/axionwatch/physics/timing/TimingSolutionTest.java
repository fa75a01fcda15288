package org.axionwatch.physics.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;

class TimingSolutionTest {

    private static final double SIGMA = 1e-6;
    private static final TimingTerm OFFSET = TimingTerm.flat("OFFSET", "s", 1);
    private static final TimingTerm SLOPE = TimingTerm.flat("SLOPE", "s", 1);

    /** Press et al., Numerical Recipes, section 15.2: the covariance of a straight line. */
    @Test
    void shouldHaveTheCovarianceOfAStraightLine() {
        double[] x = {-0.9, -0.5, -0.1, 0.2, 0.4, 0.8};
        double[] y = {1e-6, 3e-6, 2e-6, 4e-6, 7e-6, 5e-6};
        double s = x.length / (SIGMA * SIGMA);
        double sx = Arrays.stream(x).sum() / (SIGMA * SIGMA);
        double sxx = Arrays.stream(x).map(v -> v * v).sum() / (SIGMA * SIGMA);
        double sy = Arrays.stream(y).sum() / (SIGMA * SIGMA);
        double sxy = IntStream.range(0, x.length).mapToDouble(i -> x[i] * y[i]).sum() / (SIGMA * SIGMA);
        double delta = s * sxx - sx * sx;

        TimingSolution solution = solve(List.of(OFFSET, SLOPE), line(x), y, List.of());

        assertThat(solution.corrections()[0]).isCloseTo((sxx * sy - sx * sxy) / delta, withPercentage(1e-10));
        assertThat(solution.corrections()[1]).isCloseTo((s * sxy - sx * sy) / delta, withPercentage(1e-10));
        assertThat(solution.covariance()[0][0]).isCloseTo(sxx / delta, withPercentage(1e-10));
        assertThat(solution.covariance()[1][1]).isCloseTo(s / delta, withPercentage(1e-10));
        assertThat(solution.covariance()[0][1]).isCloseTo(-sx / delta, withPercentage(1e-10));
        assertThat(solution.quality().degreesOfFreedom()).isEqualTo(4);
    }

    /** One coefficient with a Gaussian prior: mean and variance of the conjugate posterior. */
    @Test
    void shouldShrinkACoefficientTowardsZeroAsItsPriorSays() {
        double prior = 4e-13;
        double[] y = {1e-6, 3e-6, 2e-6};
        double[][] rows = {{1}, {1}, {1}};

        TimingSolution solution = solve(List.of(TimingTerm.withPrior("RED_COS_1", "s", prior)), rows, y, List.of());

        double precision = 3 / (SIGMA * SIGMA) + 1 / prior;
        double mean = 6e-6 / (SIGMA * SIGMA) / precision;
        assertThat(solution.corrections()[0]).isCloseTo(mean, withPercentage(1e-10));
        assertThat(solution.covariance()[0][0]).isCloseTo(1 / precision, withPercentage(1e-10));
        double misfit =
                Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum() / (SIGMA * SIGMA) + mean * mean / prior;
        assertThat(solution.quality().chiSquared()).isCloseTo(misfit, withPercentage(1e-10));
        assertThat(solution.quality().degreesOfFreedom()).isEqualTo(3);
    }

    @Test
    void shouldHoldAtZeroAndNameWhatEarlierTermsExplain() {
        double[] x = {-0.9, -0.5, -0.1, 0.2, 0.4, 0.8};
        double[] y = {1e-6, 3e-6, 2e-6, 4e-6, 7e-6, 5e-6};
        double[][] rows = Arrays.stream(x)
                .mapToObj(v -> new double[] {1, v, 2 - 3 * v, 0})
                .toArray(double[][]::new);
        TimingTerm copy = TimingTerm.flat("COPY", "s", 1);
        TimingTerm blank = TimingTerm.flat("BLANK", "s", 1);

        TimingSolution line = solve(List.of(OFFSET, SLOPE), line(x), y, List.of());
        TimingSolution solution = solve(List.of(OFFSET, SLOPE, copy, blank), rows, y, List.of());

        assertThat(solution.undetermined()).containsExactly("COPY", "BLANK");
        assertThat(solution.corrections())
                .containsExactly(new double[] {line.corrections()[0], line.corrections()[1], 0, 0}, offset(1e-18));
        assertThat(solution.uncertainty(2)).isZero();
        assertThat(solution.quality().chiSquared()).isCloseTo(line.quality().chiSquared(), withPercentage(1e-9));
        assertThat(solution.quality().degreesOfFreedom()).isEqualTo(4);
    }

    @Test
    void shouldDetermineNothingFromNoFrame() {
        List<TimingTerm> terms = List.of(OFFSET, TimingTerm.withPrior("RED_SIN_1", "s", 1e-12));

        TimingSolution solution = TimingSolution.of(terms, NormalEquations.empty(2));

        assertThat(solution.undetermined()).containsExactly("OFFSET", "RED_SIN_1");
        assertThat(solution.corrections()).containsExactly(0, 0);
        assertThat(solution.quality().chiSquared()).isZero();
        assertThat(solution.quality().degreesOfFreedom()).isZero();
    }

    /**
     * Draws of white noise, jitter of each epoch, red coefficients from their priors and a free constant of the last epoch:
     * errors over uncertainties have unit variance, and chi-squared has the mean and variance of its degrees of freedom.
     */
    @Test
    void shouldHaveErrorsOfItsOwnCovarianceInRepeatedExperiments() {
        long seed = 20261121;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int experiments = 3000;
        List<TimingTerm> terms = List.of(
                OFFSET,
                SLOPE,
                TimingTerm.withPrior("RED_SIN_1", "s", 9e-12),
                TimingTerm.withPrior("RED_COS_1", "s", 9e-12),
                TimingTerm.withPrior("RED_SIN_2", "s", 1e-12),
                TimingTerm.withPrior("RED_COS_2", "s", 1e-12));
        SummaryStatistics[] pulls =
                terms.stream().map(term -> new SummaryStatistics()).toArray(SummaryStatistics[]::new);
        SummaryStatistics chiSquared = new SummaryStatistics();
        long degreesOfFreedom = 0;
        for (int i = 0; i < experiments; i++) {
            Experiment drawn = Experiment.draw(terms, random);
            TimingSolution solution = solve(terms, drawn.rows(), drawn.residuals(), drawn.blocks());
            for (int term = 0; term < pulls.length; term++) {
                double error = solution.corrections()[term] - drawn.truth()[term];
                pulls[term].addValue(error / solution.uncertainty(term));
            }
            chiSquared.addValue(solution.quality().chiSquared());
            degreesOfFreedom = solution.quality().degreesOfFreedom();
        }

        for (SummaryStatistics pull : pulls) {
            assertThat(pull.getMean()).isCloseTo(0, offset(4 / Math.sqrt(experiments)));
            assertThat(pull.getVariance()).isCloseTo(1, offset(4 * Math.sqrt(2.0 / experiments)));
        }
        ChiSquaredDistribution expected = new ChiSquaredDistribution(degreesOfFreedom);
        double spread = Math.sqrt(expected.getNumericalVariance());
        assertThat(chiSquared.getMean())
                .isCloseTo(expected.getNumericalMean(), offset(4 * spread / Math.sqrt(experiments)));
        assertThat(chiSquared.getVariance()).isCloseTo(spread * spread, withPercentage(15));
    }

    private record Experiment(double[][] rows, double[] residuals, double[] truth, List<EpochBlock> blocks) {

        private static final int EPOCHS = 10;
        private static final int CHANNELS = 4;
        private static final double JITTER_SECONDS = 2e-6;

        static Experiment draw(List<TimingTerm> terms, Random random) {
            double[] truth = terms.stream()
                    .mapToDouble(
                            term -> random.nextGaussian() * (term.hasPrior() ? Math.sqrt(term.priorVariance()) : 1e-3))
                    .toArray();
            double[][] rows = new double[EPOCHS * CHANNELS][];
            double[] residuals = new double[rows.length];
            List<EpochBlock> blocks = new ArrayList<>();
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                int first = epoch * CHANNELS;
                boolean free = epoch == EPOCHS - 1;
                double constant = free ? 0.1 : JITTER_SECONDS * random.nextGaussian();
                for (int toa = first; toa < first + CHANNELS; toa++) {
                    rows[toa] = columns(epoch + 0.1 * (toa - first));
                    residuals[toa] = constant + SIGMA * random.nextGaussian();
                    for (int term = 0; term < truth.length; term++) {
                        residuals[toa] += rows[toa][term] * truth[term];
                    }
                }
                double variance = free ? Double.POSITIVE_INFINITY : JITTER_SECONDS * JITTER_SECONDS;
                blocks.add(
                        new EpochBlock(IntStream.range(first, first + CHANNELS).toArray(), variance));
            }
            return new Experiment(rows, residuals, truth, blocks);
        }

        private static double[] columns(double time) {
            double phase = 2 * Math.PI * time / EPOCHS;
            return new double[] {
                1, time / EPOCHS, Math.sin(phase), Math.cos(phase), Math.sin(2 * phase), Math.cos(2 * phase)
            };
        }
    }

    private static TimingSolution solve(
            List<TimingTerm> terms, double[][] rows, double[] residuals, List<EpochBlock> blocks) {
        double[] uncertainties = new double[residuals.length];
        Arrays.fill(uncertainties, SIGMA);
        NormalEquations sums = NormalEquations.empty(terms.size());
        sums.add(FrameContribution.of(rows, residuals, uncertainties, blocks));
        return TimingSolution.of(terms, sums);
    }

    private static double[][] line(double[] x) {
        return Arrays.stream(x).mapToObj(v -> new double[] {1, v}).toArray(double[][]::new);
    }
}
