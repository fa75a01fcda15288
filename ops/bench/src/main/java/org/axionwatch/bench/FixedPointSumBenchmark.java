package org.axionwatch.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.axionwatch.physics.likelihood.FixedPointVectorSum;
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

/** Adding one vector to an exact, order-independent sum, beside adding it in plain doubles. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FixedPointSumBenchmark {
    private static final long SEED = 1;
    private static final int FRACTION_BITS = 60;

    @Param({"512", "4096"})
    public int elements;

    private double[] addend = {};
    private double[] plain = {};
    private FixedPointVectorSum exact = FixedPointVectorSum.zeros(1, FRACTION_BITS);

    @Setup
    public void draw() {
        addend = new Random(SEED).doubles(elements, -1, 1).toArray();
        plain = new double[elements];
        exact = FixedPointVectorSum.zeros(elements, FRACTION_BITS);
    }

    @Benchmark
    public FixedPointVectorSum exact() {
        exact.add(addend);
        return exact;
    }

    @Benchmark
    public double[] plainDoubles() {
        for (int i = 0; i < elements; i++) {
            plain[i] += addend[i];
        }
        return plain;
    }
}
