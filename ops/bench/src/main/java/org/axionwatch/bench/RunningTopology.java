package org.axionwatch.bench;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.axionwatch.records.alert.Tense;
import org.axionwatch.streams.runtime.Accounts;
import org.axionwatch.streams.runtime.DrainWatcher;
import org.axionwatch.streams.runtime.StepSettings;
import org.axionwatch.streams.runtime.StreamsRuntime;
import org.axionwatch.topics.catalog.Topic;
import org.axionwatch.topics.catalog.TopicCatalog;

/** The real topology running on the broker, on topics of its own that go with it, as a replay runs it; records may be sent before it starts. */
final class RunningTopology implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final Cluster cluster;
    private final String id;
    private final TopicCatalog catalog;
    private final StreamsRuntime runtime;
    private final DrainWatcher drain;

    RunningTopology(Cluster cluster, BenchmarkOptions options, String name) {
        this.cluster = cluster;
        this.id = "bench-" + name + "-" + UUID.randomUUID();
        this.catalog = TopicCatalog.replay(id).withPartitions(options.partitions);
        cluster.create(catalog.settings(id));
        this.runtime = new StreamsRuntime(
                options.settings(cluster.embedded(), id), catalog, StepSettings.defaults(Tense.TEST));
        this.drain = runtime.drainWatcher();
    }

    void start() {
        runtime.start();
    }

    void send(Topic<?> topic, List<Message> messages) {
        cluster.send(catalog.name(topic), messages);
    }

    /** Waits until all that follows from what was sent is committed on every topic of the flow. */
    void awaitDrained() throws InterruptedException {
        if (!runtime.awaitRunning(LIMIT) || !drain.awaitDrained(LIMIT, runtime::isAlive)) {
            throw new IllegalStateException("the topology did not process everything: "
                    + runtime.failure().map(Object::toString).orElse("not in " + LIMIT.toMinutes() + " min"));
        }
    }

    Accounts accounts() {
        return runtime.accounts();
    }

    @Override
    public void close() throws Exception {
        try (runtime;
                drain) {
            // Closed in this order: the watcher, then what it watches.
        } finally {
            cluster.delete(catalog.settings(id));
        }
    }
}
