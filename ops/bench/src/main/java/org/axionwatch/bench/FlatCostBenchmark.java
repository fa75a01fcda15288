package org.axionwatch.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.axionwatch.streams.residual.ResidualTopology;
import org.axionwatch.topics.catalog.Topics;
import org.axionwatch.topics.ingest.ArchiveRecord;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "flat-cost",
        mixinStandardHelpOptions = true,
        description = "What one more frame of a pulsar costs after 100, 1000, ... frames, without a broker.")
final class FlatCostBenchmark implements Callable<Integer> {
    private static final long FIRST_TIMESTAMP_MILLIS = 1_243_728_000_000L;
    private static final long TIMESTAMP_STEP_MILLIS = 1000;
    private static final int FRAMES_BETWEEN_DROPS = 100;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the frames (default: ${DEFAULT-VALUE}).")
    long seed;

    @Option(names = "--frames", defaultValue = "100000", description = "Frames (default: ${DEFAULT-VALUE}).")
    int frames;

    @Option(names = "--channels", defaultValue = "64", description = "Channels of a frame (default: ${DEFAULT-VALUE}).")
    int channels;

    @Option(
            names = "--warm-up",
            defaultValue = "3000",
            description = "Frames through a topology that is then thrown away (default: ${DEFAULT-VALUE}).")
    int warmUp;

    @Option(
            names = "--folder",
            defaultValue = "ops/bench/target/flat-cost",
            description = "Folder of the state (default: ${DEFAULT-VALUE}).")
    Path folder = Path.of("");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FlatCostBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(folder);
        microsecondsOfEach(warmUp);
        double[] costs = microsecondsOfEach(frames);
        System.out.printf(Locale.ROOT, "%10s %22s %22s %10s%n", "frame", "median us", "middle half us", "of first");
        double first = 0;
        for (int frame = 100; frame <= frames; frame *= 10) {
            double[] window = Arrays.copyOfRange(costs, frame - Math.max(50, frame / 10), frame);
            Arrays.sort(window);
            double median = window[window.length / 2];
            first = first == 0 ? median : first;
            System.out.printf(
                    Locale.ROOT,
                    "%10d %22.0f %22s %10.2f%n",
                    frame,
                    median,
                    String.format(Locale.ROOT, "%.0f - %.0f", window[window.length / 4], window[3 * window.length / 4]),
                    median / first);
        }
        return 0;
    }

    /** Processor time of this thread for each frame of one pulsar, all steps and stores, us. */
    private double[] microsecondsOfEach(int count) {
        var pulsar = new PulsarObservations(seed, 1, channels);
        double[] costs = new double[count];
        try (var topology = new LocalTopology(folder)) {
            pulsar.ephemerides()
                    .forEach(each -> topology.send(new ArchiveRecord(
                            Topics.PULSAR_EPHEMERIS, each.getPulsar(), each, FIRST_TIMESTAMP_MILLIS)));
            for (int number = 0; number < count; number++) {
                ArchiveRecord frame = frame(pulsar, number);
                long start = THREADS.getCurrentThreadCpuTime();
                topology.send(frame);
                costs[number] = (THREADS.getCurrentThreadCpuTime() - start) * 1e-3;
                if (number % FRAMES_BETWEEN_DROPS == 0) {
                    topology.dropOutputs();
                }
            }
            var account = topology.accounts().steps().get(ResidualTopology.STEP);
            if (account == null || account.out() != count) {
                throw new IllegalStateException("of " + count + " frames not each one was processed: " + account);
            }
        }
        return costs;
    }

    private static ArchiveRecord frame(PulsarObservations pulsar, int number) {
        var frame = pulsar.record(number);
        return new ArchiveRecord(
                Topics.PULSAR_TOA_FRAME,
                frame.getPulsar(),
                frame,
                FIRST_TIMESTAMP_MILLIS + number * TIMESTAMP_STEP_MILLIS);
    }
}
