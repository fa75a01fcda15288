package org.axionwatch.bench;

import java.util.List;
import org.axionwatch.streams.runtime.StepAccount;
import org.jspecify.annotations.Nullable;

/** The real topology on topics of its own, as a replay runs it. */
final class AxionPipeline implements Contender {
    static final String NAME = "axion topology";

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
    public Elapsed elapsed(Load load) throws Exception {
        try (var topology = new RunningTopology(cluster, options, load.unit())) {
            topology.send(load.flow().contextTopic(), load.flow().context());
            topology.start();
            pass(topology, load, load.warmUp());
            var watch = new Stopwatch();
            pass(topology, load, load.measured());
            Elapsed elapsed = watch.elapsed();
            requireProcessed(topology.accounts().steps().get(load.flow().step()), load);
            return elapsed;
        }
    }

    private static void pass(RunningTopology topology, Load load, List<Message> messages) throws InterruptedException {
        topology.send(load.flow().input(), messages);
        topology.awaitDrained();
    }

    private static void requireProcessed(@Nullable StepAccount account, Load load) {
        long sent = load.warmUp().size() + load.measured().size();
        if (account == null || account.in() != sent || account.out() != sent) {
            throw new IllegalStateException(
                    "of " + sent + " messages with " + load.unit() + " not each one was processed: " + account);
        }
    }
}
