package org.axionwatch.bench;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.axionwatch.physics.likelihood.CouplingScan;
import org.axionwatch.physics.xray.KingPointSpread;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One likelihood update of a star cluster: 14 energy bins of 100 pixels with new counts, at 19 axion masses and 100
 * couplings each, the background of every bin profiled at every one of the 26,600 combinations.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CouplingScanBenchmark {
    private static final long SEED = 1;
    private static final int BINS = 14;
    private static final int MASSES = 19;
    private static final int COUPLINGS = 100;
    private static final int PIXELS_ACROSS = 10;
    private static final double PIXEL_ARCSEC = 12;
    private static final double SIGNAL_COUNTS = 40;

    /** Background counts of a pixel on average. */
    @Param({"0.3", "3", "30"})
    public double countsPerPixel;

    private final CouplingScan[] masses = new CouplingScan[MASSES];
    private final double[][] counts = new double[BINS][PIXELS_ACROSS * PIXELS_ACROSS];

    @Setup
    public void observe() {
        double[] pixels = KingPointSpread.of(18, 58).pixels(PIXELS_ACROSS, PIXEL_ARCSEC);
        double[] flat = new double[pixels.length];
        Arrays.fill(flat, 1);
        for (int mass = 0; mass < MASSES; mass++) {
            masses[mass] = scan(pixels, flat, SIGNAL_COUNTS / (1 + mass));
        }
        PoissonDistribution background = new PoissonDistribution(
                new Well19937c(SEED), countsPerPixel, PoissonDistribution.DEFAULT_EPSILON, 100_000);
        for (double[] bin : counts) {
            for (int pixel = 0; pixel < bin.length; pixel++) {
                bin[pixel] = background.sample();
            }
        }
    }

    private static CouplingScan scan(double[] pixels, double[] flat, double signalCounts) {
        double[] couplings = new double[COUPLINGS];
        double[][][] signals = new double[COUPLINGS][BINS][pixels.length];
        for (int k = 0; k < COUPLINGS; k++) {
            couplings[k] = 1e-12 * Math.pow(10, k / (COUPLINGS - 1.0));
            for (int bin = 0; bin < BINS; bin++) {
                for (int pixel = 0; pixel < pixels.length; pixel++) {
                    double amplitude = Math.pow(couplings[k] / 4e-12, 4);
                    signals[k][bin][pixel] = amplitude * signalCounts / (1 + bin) * pixels[pixel];
                }
            }
        }
        return new CouplingScan(couplings, signals, flat);
    }

    @Benchmark
    public double updateOfAStarCluster() {
        double sum = 0;
        for (CouplingScan mass : masses) {
            sum += mass.relativeLogLikelihoods(counts)[COUPLINGS - 1];
        }
        return sum;
    }
}
