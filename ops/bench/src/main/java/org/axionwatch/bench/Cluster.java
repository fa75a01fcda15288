package org.axionwatch.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.axionwatch.embedded.EmbeddedCluster;
import org.axionwatch.topics.catalog.TopicPreflight;
import org.axionwatch.topics.catalog.TopicSettings;

/** Topics, senders and the progress of a consumer group on the embedded cluster. */
final class Cluster implements AutoCloseable {
    private static final Duration PREFLIGHT_LIMIT = Duration.ofSeconds(30);
    private static final long POLL_NANOS = Duration.ofMillis(5).toNanos();

    private final EmbeddedCluster embedded;
    private final Admin admin;
    private final int partitions;

    Cluster(EmbeddedCluster embedded, int partitions) {
        this.embedded = embedded;
        this.partitions = partitions;
        this.admin = Admin.create(Map.of("bootstrap.servers", embedded.bootstrapServers()));
    }

    EmbeddedCluster embedded() {
        return embedded;
    }

    List<TopicPartition> create(String topic) throws ExecutionException, InterruptedException {
        admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                .all()
                .get();
        return partitionsOf(topic);
    }

    /** Creates topics and waits until the broker's metadata has all of them: a stream that starts before fails. */
    void create(List<TopicSettings> topics) {
        var preflight = new TopicPreflight(admin, PREFLIGHT_LIMIT);
        preflight.createOrVerify(topics);
        while (!preflight.missing(topics).isEmpty()) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    void delete(String... topics) throws ExecutionException, InterruptedException {
        admin.deleteTopics(List.of(topics)).all().get();
    }

    void delete(List<TopicSettings> topics) throws ExecutionException, InterruptedException {
        delete(topics.stream().map(TopicSettings::name).toArray(String[]::new));
    }

    void send(String topic, List<Message> messages) {
        Map<String, Object> config = new HashMap<>();
        config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, embedded.bootstrapServers());
        config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 1 << 18);
        try (var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            messages.forEach(message -> producer.send(message.to(topic)));
        }
    }

    /** Waits until the group has committed all that is in the topic, which only non-transactional producers wrote to. */
    void awaitCommitted(String group, String topic) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> ends = ends(topic);
        while (!committed(group).entrySet().containsAll(ends.entrySet())) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private Map<TopicPartition, Long> ends(String topic) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> latest =
                partitionsOf(topic).stream().collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
        Map<TopicPartition, Long> ends = new HashMap<>();
        admin.listOffsets(latest).all().get().forEach((partition, end) -> ends.put(partition, end.offset()));
        ends.values().removeIf(end -> end == 0);
        return ends;
    }

    private Map<TopicPartition, Long> committed(String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> committed = new HashMap<>();
        for (Map.Entry<TopicPartition, OffsetAndMetadata> each : admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .entrySet()) {
            committed.put(each.getKey(), each.getValue().offset());
        }
        return committed;
    }

    private List<TopicPartition> partitionsOf(String topic) {
        return IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    @Override
    public void close() {
        admin.close();
    }
}
