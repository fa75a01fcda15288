package org.axionwatch.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.axionwatch.physics.likelihood.WStatistic;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** W-stat of a million bins with 0 to 19 counts in the source and 0 to 39 in the background region, alpha = 0.3. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class WStatisticBenchmark {
    private static final long SEED = 1;
    private static final int BINS = 1_000_000;

    private final WStatistic statistic;
    private final double[] signal = new double[BINS];

    public WStatisticBenchmark() {
        var random = new Random(SEED);
        double[] on = new double[BINS];
        double[] off = new double[BINS];
        double[] alpha = new double[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            on[bin] = random.nextInt(20);
            off[bin] = random.nextInt(40);
            alpha[bin] = 0.3;
            signal[bin] = 10 * random.nextDouble();
        }
        statistic = new WStatistic(on, off, alpha);
    }

    @Benchmark
    public double ofAMillionBins() {
        return statistic.of(signal);
    }
}
