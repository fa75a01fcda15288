package org.axionwatch.bench;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.axionwatch.records.alert.Tense;
import org.axionwatch.streams.runtime.DrainWatcher;
import org.axionwatch.streams.runtime.StepAccount;
import org.axionwatch.streams.runtime.StepSettings;
import org.axionwatch.streams.runtime.StreamsRuntime;
import org.axionwatch.topics.catalog.TopicCatalog;
import org.jspecify.annotations.Nullable;

/** The real topology on topics of its own, as a replay runs it. */
final class AxionPipeline implements Contender {
    static final String NAME = "axion topology";

    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final Cluster cluster;
    private final BenchmarkOptions options;

    AxionPipeline(Cluster cluster, BenchmarkOptions options) {
        this.cluster = cluster;
        this.options = options;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double seconds(Load load) throws Exception {
        String id = "bench-axion-" + load.unit() + "-" + UUID.randomUUID();
        TopicCatalog catalog = TopicCatalog.replay(id).withPartitions(options.partitions);
        cluster.create(catalog.settings(id));
        cluster.send(catalog.name(load.flow().contextTopic()), load.flow().context());
        try (var runtime = new StreamsRuntime(
                        options.settings(cluster.embedded(), id), catalog, StepSettings.defaults(Tense.TEST));
                var drain = runtime.drainWatcher()) {
            runtime.start();
            String input = catalog.name(load.flow().input());
            pass(runtime, drain, input, load.warmUp());
            long start = System.nanoTime();
            pass(runtime, drain, input, load.measured());
            double seconds = (System.nanoTime() - start) * 1e-9;
            requireProcessed(runtime.accounts().steps().get(load.flow().step()), load);
            return seconds;
        } finally {
            cluster.delete(catalog.settings(id));
        }
    }

    private void pass(StreamsRuntime runtime, DrainWatcher drain, String topic, List<Message> messages)
            throws InterruptedException {
        cluster.send(topic, messages);
        if (!runtime.awaitRunning(LIMIT) || !drain.awaitDrained(LIMIT, runtime::isAlive)) {
            throw new IllegalStateException("the topology did not process everything: "
                    + runtime.failure().map(Object::toString).orElse("not in " + LIMIT.toMinutes() + " min"));
        }
    }

    private static void requireProcessed(@Nullable StepAccount account, Load load) {
        long sent = load.warmUp().size() + load.measured().size();
        if (account == null || account.in() != sent || account.out() != sent) {
            throw new IllegalStateException(
                    "of " + sent + " messages with " + load.unit() + " not each one was processed: " + account);
        }
    }
}
