package org.axionwatch.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axionwatch.physics.axion.MatchedFilterBank;
import org.axionwatch.physics.axion.MatchedFilterProducts;
import org.axionwatch.physics.dispersion.FrameResidual;
import org.axionwatch.physics.dispersion.InFrameResiduals;
import org.axionwatch.physics.dispersion.ObservedFrame;
import org.axionwatch.physics.time.TimeScale;
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

/** One barycentred frame: residual curve with its projection, then the default bank of matched filters. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FrameBenchmark {
    private static final long SEED = 1;

    @Param({"64", "640"})
    public int channels;

    private final InFrameResiduals residuals = new InFrameResiduals(PulsarObservations.timingModel());
    private final MatchedFilterBank bank = MatchedFilterBank.withDefaults();
    private ObservedFrame frame = new ObservedFrame("@", TimeScale.TDB, List.of());

    @Setup
    public void observe() {
        frame = new PulsarObservations(SEED, 1, channels).observed(0);
    }

    @Benchmark
    public FrameResidual projection() {
        return residuals.of(frame);
    }

    @Benchmark
    public MatchedFilterProducts projectionAndMatchedFilter() {
        return bank.filter(residuals.of(frame).curve());
    }
}
