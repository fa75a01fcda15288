package org.axionwatch.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axionwatch.embedded.EmbeddedCluster;
import org.axionwatch.streams.runtime.StreamsSettings;
import org.axionwatch.topics.catalog.TopicCatalog;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of the end-to-end benchmark. */
final class BenchmarkOptions {
    @Option(names = "--seed", defaultValue = "1", description = "Seed of all records (default: ${DEFAULT-VALUE}).")
    long seed;

    @Option(names = "--frames", defaultValue = "20000", description = "Measured frames (default: ${DEFAULT-VALUE}).")
    int frames;

    @Option(names = "--channels", defaultValue = "64", description = "Channels of a frame (default: ${DEFAULT-VALUE}).")
    int channels;

    @Option(
            names = "--batches",
            defaultValue = "20000",
            description = "Measured event batches (default: ${DEFAULT-VALUE}).")
    int batches;

    @Option(names = "--events", defaultValue = "500", description = "Events of a batch (default: ${DEFAULT-VALUE}).")
    int eventsPerBatch;

    @Option(
            names = "--keys",
            defaultValue = "8",
            description = "Pulsars, and X-ray sources (default: ${DEFAULT-VALUE}).")
    int keys;

    @Option(
            names = "--partitions",
            defaultValue = "" + TopicCatalog.DEFAULT_PARTITIONS,
            description = "Partitions of every topic (default: ${DEFAULT-VALUE}).")
    int partitions;

    @Option(names = "--threads", defaultValue = "1", description = "Stream threads (default: ${DEFAULT-VALUE}).")
    int threads;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "Rounds; in each, all take their turn (default: ${DEFAULT-VALUE}).")
    int rounds;

    @Option(names = "--only", description = "Only frames, or only events (default: both).")
    @Nullable
    String only;

    @Option(
            names = "--folder",
            defaultValue = "ops/bench/target/end-to-end",
            description = "Folder of broker, registry and state (default: ${DEFAULT-VALUE}).")
    Path folder = Path.of("");

    @Option(
            names = "--json",
            defaultValue = "ops/bench/target/end-to-end.json",
            description = "Where the results go (default: ${DEFAULT-VALUE}).")
    Path json = Path.of("");

    /** A tenth of the measured messages, and no fewer than reach every key. */
    int warmUp(int measured) {
        return Math.max(keys, measured / 10);
    }

    /** How an application of the benchmark runs: the same for the empty and the axion topology. */
    StreamsSettings settings(EmbeddedCluster cluster, String applicationId) {
        return new StreamsSettings(
                new StreamsSettings.Cluster(cluster.bootstrapServers(), cluster.registryUrl()),
                applicationId,
                folder.resolve("state"),
                threads,
                Map.of());
    }

    boolean measures(String unit) {
        return only == null || only.equals(unit);
    }

    Map<String, Number> described() {
        Map<String, Number> values = new LinkedHashMap<>();
        values.put("seed", seed);
        values.put("frames", frames);
        values.put("channels", channels);
        values.put("batches", batches);
        values.put("eventsPerBatch", eventsPerBatch);
        values.put("keys", keys);
        values.put("partitions", partitions);
        values.put("threads", threads);
        values.put("rounds", rounds);
        return values;
    }
}
