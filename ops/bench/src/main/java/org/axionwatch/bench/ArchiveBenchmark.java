package org.axionwatch.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.axionwatch.embedded.EmbeddedCluster;
import org.axionwatch.streams.residual.ResidualTopology;
import org.axionwatch.streams.runtime.Accounts;
import org.axionwatch.streams.runtime.StepAccount;
import org.axionwatch.topics.catalog.Topic;
import org.axionwatch.topics.ingest.Archive;
import org.axionwatch.topics.ingest.ArchiveReader;
import org.axionwatch.topics.ingest.ArchiveRecord;
import org.axionwatch.topics.ingest.ArchiveScanner;
import org.axionwatch.topics.serde.RecordSerdes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "archive",
        mixinStandardHelpOptions = true,
        description = "A whole pulsar archive, from its files to the last result, without and with a broker.")
final class ArchiveBenchmark implements Callable<Integer> {
    private static final int EVENTS_PER_BATCH = 1000;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR",
            description = "A .par file and its .tim file, or their folder.")
    List<Path> paths = List.of();

    @Option(
            names = "--reference-seconds",
            defaultValue = "5.0",
            description =
                    "What a batch fit takes: PINT loads B1855+09 9yr in 2.4 s and iterates its GLS fit once in 2.6 s"
                            + " (default: ${DEFAULT-VALUE}).")
    double referenceSeconds;

    @Option(names = "--without-broker", description = "Leave the broker out.")
    boolean withoutBroker;

    @Mixin
    private BenchmarkOptions options;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ArchiveBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                System.err.println("no archive at " + path + ": nothing was measured");
                return 1;
            }
        }
        System.out.printf(
                "%-12s %6s %8s %8s %8s %8s %8s %14s%n",
                "through", "round", "frames", "TOAs", "read s", "all s", "CPU s", "times faster");
        for (int round = 1; round <= options.rounds; round++) {
            withoutBroker(round);
        }
        if (withoutBroker) {
            return 0;
        }
        try (var embedded = EmbeddedCluster.start(options.folder, step -> {});
                var cluster = new Cluster(embedded, options.partitions)) {
            for (int round = 1; round <= options.rounds; round++) {
                withBroker(cluster, round);
            }
        }
        return 0;
    }

    private void withoutBroker(int round) throws Exception {
        Files.createDirectories(options.folder);
        try (var topology = new LocalTopology(options.folder)) {
            var watch = new Stopwatch();
            List<Archive> archives = read();
            Elapsed reading = watch.elapsed();
            for (Archive archive : archives) {
                archive.definitions().forEach(topology::send);
                archive.data().forEach(topology::send);
            }
            report("no broker", round, List.of(reading, watch.elapsed()), topology.accounts());
        }
    }

    private void withBroker(Cluster cluster, int round) throws Exception {
        try (var topology = new RunningTopology(cluster, options, "archive");
                Serializer<SpecificRecord> serializer =
                        RecordSerdes.of(cluster.embedded().registryUrl()).serializer()) {
            topology.start();
            topology.awaitDrained();
            var watch = new Stopwatch();
            List<Archive> archives = read();
            Elapsed reading = watch.elapsed();
            for (Archive archive : archives) {
                send(archive.definitions(), topology, serializer);
                send(archive.data(), topology, serializer);
            }
            topology.awaitDrained();
            report("broker", round, List.of(reading, watch.elapsed()), topology.accounts());
        }
    }

    private static void send(
            List<ArchiveRecord> records, RunningTopology topology, Serializer<SpecificRecord> serializer) {
        Topic<?> topic = records.get(0).topic();
        topology.send(
                topic,
                records.stream()
                        .map(each -> new Message(
                                each.key(), serializer.serialize(topic.name(), each.value()), each.timestampMs()))
                        .toList());
    }

    private List<Archive> read() {
        var reader = new ArchiveReader(false, EVENTS_PER_BATCH);
        List<Archive> archives = new ArrayList<>();
        new ArchiveScanner(null).scan(paths).forEach(item -> archives.add(reader.read(item)));
        return archives;
    }

    private void report(String through, int round, List<Elapsed> readAndAll, Accounts accounts) {
        if (!accounts.balance()) {
            throw new IllegalStateException("the accounts do not balance: " + accounts);
        }
        System.out.printf(
                Locale.ROOT,
                "%-12s %6d %8d %8d %8.2f %8.2f %8.2f %14.1f%n",
                through,
                round,
                in(accounts.steps().get(ResidualTopology.STEP)),
                in(accounts.things().get("toas")),
                readAndAll.get(0).wallSeconds(),
                readAndAll.get(1).wallSeconds(),
                readAndAll.get(1).cpuSeconds(),
                referenceSeconds / readAndAll.get(1).wallSeconds());
    }

    private static long in(@Nullable StepAccount account) {
        return account == null ? 0 : account.in();
    }
}
