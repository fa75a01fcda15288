package org.axionwatch.physics.xray;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.assertj.core.data.Offset;
import org.axionwatch.physics.likelihood.ExpectedLimits;
import org.axionwatch.physics.likelihood.JointFit;
import org.axionwatch.physics.likelihood.PoissonBin;
import org.axionwatch.physics.likelihood.ProfileLikelihood;
import org.axionwatch.physics.stellar.ClusterSpectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A NuSTAR-like campaign, repeated: two observations of a cluster with two modules, 14 bins of 5 keV, six annuli.
 * Photons are drawn from the signal of a known coupling and a flat background, whose amplitude each bin of each module
 * and observation fits anew.
 */
class CampaignCoverageTest {

    private static final int TOYS = 1000;
    private static final long SEED = 20261125;
    private static final double REFERENCE_COUPLING_PER_GEV = 4e-12;
    private static final double SIGNAL_COUNTS = 500;
    private static final double BACKGROUND_COUNTS_PER_ARCMIN2 = 12;
    private static final double[] EXPOSURE_SHARES = {0.35, 0.30, 0.20, 0.15};
    private static final double[] EDGES_ARCSEC = {0, 15, 30, 50, 80, 120, 180};

    private final double[] fractions = KingPointSpread.of(18, 58).annuli(EDGES_ARCSEC);
    private final double[] areasArcmin2 = areas();
    private final double[] spectrum = spectrum();

    /** One-sided limit of 95 % without power constraint; 1,000 toys scatter by 0.7 %. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void shouldCoverTheInjectedCouplingInNinetyFivePercentOfTheToys(double amplitude) {
        RandomGenerator random = new Well19937c(SEED);
        int covered = 0;
        for (int toy = 0; toy < TOYS; toy++) {
            ProfileLikelihood likelihood = observe(random, amplitude);
            covered += likelihood.upperCrossing(JointFit.DEFAULT_THRESHOLD) >= amplitude ? 1 : 0;
        }
        assertThat(100.0 * covered / TOYS).as("seed %d", SEED).isCloseTo(95, Offset.offset(1.5));
    }

    @Test
    void shouldRecoverTheInjectedCouplingWithoutBias() {
        RandomGenerator random = new Well19937c(SEED);
        SummaryStatistics best = new SummaryStatistics();
        SummaryStatistics significance = new SummaryStatistics();
        for (int toy = 0; toy < 300; toy++) {
            ProfileLikelihood likelihood = observe(random, 1);
            best.addValue(likelihood.bestAmplitude());
            significance.addValue(Math.sqrt(likelihood.testStatistic(0)));
        }
        double error = best.getStandardDeviation() / Math.sqrt(300);
        assertThat(best.getMean()).as("seed %d", SEED).isCloseTo(1, Offset.offset(3.5 * error));
        assertThat(significance.getMean()).isGreaterThan(5);
        double coupling = REFERENCE_COUPLING_PER_GEV * Math.pow(best.getMean(), 0.25);
        assertThat(coupling).isCloseTo(REFERENCE_COUPLING_PER_GEV, Offset.offset(0.02 * REFERENCE_COUPLING_PER_GEV));
    }

    /** The median and the bands of background-only toys are those of the Asimov set. */
    @Test
    void shouldExpectWhatBackgroundOnlyToysGive() {
        RandomGenerator random = new Well19937c(SEED);
        double[] limits = new double[TOYS];
        for (int toy = 0; toy < TOYS; toy++) {
            limits[toy] = observe(random, 0).upperCrossing(JointFit.DEFAULT_THRESHOLD);
        }
        Arrays.sort(limits);
        ExpectedLimits expected = ExpectedLimits.of(likelihood(0, mean -> mean));
        double sigma = expected.plusOneSigma() - expected.median();
        assertThat(limits[TOYS / 2]).as("seed %d", SEED).isCloseTo(expected.median(), Offset.offset(0.12 * sigma));
        assertThat(limits[(int) (0.8413 * TOYS)]).isCloseTo(expected.plusOneSigma(), Offset.offset(0.2 * sigma));
    }

    private ProfileLikelihood observe(RandomGenerator random, double amplitude) {
        return likelihood(
                amplitude,
                mean -> new PoissonDistribution(random, mean, PoissonDistribution.DEFAULT_EPSILON, 100_000).sample());
    }

    private ProfileLikelihood likelihood(double amplitude, DoubleUnaryOperator countsOfMean) {
        List<PoissonBin> bins = new ArrayList<>();
        for (double share : EXPOSURE_SHARES) {
            for (double partOfSpectrum : spectrum) {
                double signalCounts = SIGNAL_COUNTS * share * partOfSpectrum;
                double[] counts = new double[fractions.length];
                for (int region = 0; region < counts.length; region++) {
                    double mean = amplitude * signalCounts * fractions[region]
                            + BACKGROUND_COUNTS_PER_ARCMIN2 * share * areasArcmin2[region];
                    counts[region] = countsOfMean.applyAsDouble(mean);
                }
                bins.add(new PoissonBin(counts, fractions, areasArcmin2, signalCounts));
            }
        }
        return new ProfileLikelihood(bins);
    }

    /** Share of the counts by bin: one-zone spectrum of photons through an area that falls as 1/E. */
    private static double[] spectrum() {
        ClusterSpectrum emission = new ClusterSpectrum(13.43, 0.25);
        double[] weights = new double[14];
        for (int bin = 0; bin < weights.length; bin++) {
            double energyKeV = 12.5 + 5 * bin;
            weights[bin] = emission.shape(energyKeV) / energyKeV / energyKeV;
        }
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    private static double[] areas() {
        double[] areas = new double[EDGES_ARCSEC.length - 1];
        for (int i = 0; i < areas.length; i++) {
            areas[i] = Math.PI * (EDGES_ARCSEC[i + 1] * EDGES_ARCSEC[i + 1] - EDGES_ARCSEC[i] * EDGES_ARCSEC[i]) / 3600;
        }
        return areas;
    }
}
