package org.axionwatch.bench;

import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/** A topology that hands on each record untouched, with the settings of the real one: what Streams and exactly-once cost alone. */
final class EmptyTopology implements Contender {
    static final String NAME = "empty topology";

    private final Cluster cluster;
    private final BenchmarkOptions options;
    private int run;

    EmptyTopology(Cluster cluster, BenchmarkOptions options) {
        this.cluster = cluster;
        this.options = options;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Elapsed elapsed(Load load) throws Exception {
        String id = "bench-empty-" + load.unit() + "-" + run++;
        String in = id + ".in";
        String out = id + ".out";
        cluster.create(in);
        cluster.create(out);
        Properties settings = options.settings(cluster.embedded(), id).properties(id + ".dlq");
        try (var streams = new KafkaStreams(topology(in, out), settings)) {
            streams.start();
            pass(id, in, load.warmUp());
            var watch = new Stopwatch();
            pass(id, in, load.measured());
            return watch.elapsed();
        } finally {
            cluster.delete(in, out);
        }
    }

    private void pass(String group, String topic, List<Message> messages) throws Exception {
        cluster.send(topic, messages);
        cluster.awaitCommitted(group, topic);
    }

    private static Topology topology(String in, String out) {
        var builder = new StreamsBuilder();
        builder.stream(in, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("in"))
                .to(out, Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("out"));
        return builder.build();
    }
}
