package org.axionwatch.streams.runtime;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Decides exactly whether everything published has been processed: every record of every topic that the topology reads,
 * internal ones included, is committed by the application's group, and no transaction is open.
 *
 * <p>One look takes the committed offsets, then the ends. A partition is drained where its last stable offset equals its
 * end (no open transaction) and no record lies between the committed offset and the end; transaction markers lie
 * there, so that stretch is read. Two looks in a row that find every partition drained at the same ends prove that at
 * the moment between them nothing was left: what a step had not committed would have kept its input behind, what it had
 * committed would have moved the end of its output. Nothing else may publish meanwhile.
 */
public final class DrainWatcher implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration READ_TIME = Duration.ofMillis(500);

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String group;
    private final Set<String> topics;

    /**
     * @param settings the application
     * @param topics every topic that the topology reads, by its name on the cluster
     */
    DrainWatcher(StreamsSettings settings, Set<String> topics) {
        this.group = settings.applicationId();
        this.topics = Set.copyOf(topics);
        this.admin = Admin.create(settings.clientProperties());
        Properties properties = settings.clientProperties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * Waits until everything is processed.
     *
     * @param timeout longest wait
     * @param goOn asked at each look; false gives up
     * @return false where time ran out or {@code goOn} said no
     */
    public boolean awaitDrained(Duration timeout, BooleanSupplier goOn) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        Optional<Map<TopicPartition, Long>> before = Optional.empty();
        while (System.nanoTime() < deadline && goOn.getAsBoolean()) {
            Optional<Map<TopicPartition, Long>> now = drainedEnds();
            if (now.isPresent() && now.equals(before)) {
                return true;
            }
            before = now;
            LockSupport.parkNanos(PAUSE.toNanos());
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return false;
    }

    /** Ends of all partitions, or nothing where one is not drained. */
    private Optional<Map<TopicPartition, Long>> drainedEnds() throws InterruptedException {
        try {
            Set<TopicPartition> partitions = partitions();
            Map<TopicPartition, Long> committed = committed();
            Map<TopicPartition, Long> ends = ends(partitions, IsolationLevel.READ_UNCOMMITTED);
            if (!ends.equals(ends(partitions, IsolationLevel.READ_COMMITTED))) {
                return Optional.empty();
            }
            boolean drained = ends.entrySet().stream()
                    .allMatch(end -> isDrained(end.getKey(), committed.getOrDefault(end.getKey(), 0L), end.getValue()));
            return drained ? Optional.of(ends) : Optional.empty();
        } catch (ExecutionException e) {
            throw new KafkaException("cannot read the offsets of " + group, e.getCause());
        }
    }

    private Set<TopicPartition> partitions() throws InterruptedException, ExecutionException {
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toSet());
    }

    private Map<TopicPartition, Long> committed() throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(
                        Map.of(group, new ListConsumerGroupOffsetsSpec()),
                        new ListConsumerGroupOffsetsOptions().requireStable(true))
                .partitionsToOffsetAndMetadata(group)
                .get();
        Map<TopicPartition, Long> committed = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            if (offset != null) {
                committed.put(partition, offset.offset());
            }
        });
        return committed;
    }

    private Map<TopicPartition, Long> ends(Set<TopicPartition> partitions, IsolationLevel isolation)
            throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetSpec> latest =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        Map<TopicPartition, ListOffsetsResultInfo> ends = admin.listOffsets(latest, new ListOffsetsOptions(isolation))
                .all()
                .get();
        return ends.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue()
                .offset()));
    }

    private boolean isDrained(TopicPartition partition, long committed, long end) {
        if (committed >= end) {
            return true;
        }
        consumer.assign(Set.of(partition));
        consumer.seek(partition, committed);
        long deadline = System.nanoTime() + READ_TIME.toNanos();
        while (System.nanoTime() < deadline) {
            if (!consumer.poll(PAUSE).isEmpty()) {
                return false;
            }
            if (consumer.position(partition) >= end) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
