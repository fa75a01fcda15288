package org.axionwatch.bench;

import java.util.concurrent.TimeUnit;
import org.axionwatch.physics.likelihood.JointFit;
import org.axionwatch.physics.xray.CountsModel;
import org.axionwatch.physics.xray.EventColumns;
import org.axionwatch.physics.xray.EventCounts;
import org.axionwatch.physics.xray.EventSelector;
import org.axionwatch.physics.xray.GoodTimeIntervals;
import org.axionwatch.physics.xray.SourceLikelihoodCalculator;
import org.axionwatch.physics.xray.SourceLikelihoodFit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Sorting 10,000 events into bins and regions; fitting the sums of one source, three bins and two regions. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class XrayBenchmark {
    private static final long SEED = 1;
    private static final int EVENTS = 10_000;
    private static final int PROFILE_POINTS = 101;
    private static final double EXPOSURE_SECONDS = 1e5;

    private final EventColumns events = new XrayObservations(SEED, 1, EVENTS).events(0);
    private final EventSelector selector = XrayObservations.selector();
    private final GoodTimeIntervals always = GoodTimeIntervals.always();
    private final SourceLikelihoodCalculator calculator = new SourceLikelihoodCalculator(
            new CountsModel(new double[] {4.4e-6, 1.1e-5, 7.2e-6}, new double[] {0.9, 0}, new double[] {1, 12}),
            JointFit.DEFAULT_THRESHOLD,
            PROFILE_POINTS);
    private final long[] counts = selector.count(events, always).inside();

    @Benchmark
    public EventCounts selectionOfTenThousandEvents() {
        return selector.count(events, always);
    }

    @Benchmark
    public SourceLikelihoodFit fitOfOneSource() {
        return calculator.fit(counts, EXPOSURE_SECONDS);
    }
}
