package org.axionwatch.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Producer to consumer, nothing between: the most the broker, and this machine beside it, can carry. */
final class RawBroker implements Contender {
    static final String NAME = "raw broker";

    private static final Duration POLL = Duration.ofMillis(100);

    private final Cluster cluster;
    private int run;

    RawBroker(Cluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Elapsed elapsed(Load load) throws Exception {
        String topic = "bench.raw." + load.unit() + "." + run++;
        var partitions = cluster.create(topic);
        Map<String, Object> config =
                Map.of("bootstrap.servers", cluster.embedded().bootstrapServers());
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            pass(consumer, topic, load.warmUp());
            var watch = new Stopwatch();
            pass(consumer, topic, load.measured());
            return watch.elapsed();
        } finally {
            cluster.delete(topic);
        }
    }

    private void pass(KafkaConsumer<byte[], byte[]> consumer, String topic, List<Message> messages) {
        var sender = CompletableFuture.runAsync(() -> cluster.send(topic, messages));
        for (int received = 0; received < messages.size(); ) {
            received += consumer.poll(POLL).count();
        }
        sender.join();
    }
}
