package org.axionwatch.topics.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.axionwatch.topics.catalog.TopicCatalog;
import org.axionwatch.topics.ingest.Archive;
import org.axionwatch.topics.ingest.ArchiveRecord;
import org.axionwatch.topics.serde.RecordSerdes;

/** Sends archives that were read whole: every definition first and acknowledged, then frames and batches. */
public final class ArchivePublisher implements AutoCloseable {
    private static final int MAX_UNACKNOWLEDGED = 1_000;

    private final Producer<String, SpecificRecord> producer;
    private final TopicCatalog catalog;

    /** @param producer closed with this publisher */
    public ArchivePublisher(Producer<String, SpecificRecord> producer, TopicCatalog catalog) {
        this.producer = producer;
        this.catalog = catalog;
    }

    /** A publisher with an idempotent producer of its own, acknowledged by all replicas. */
    public static ArchivePublisher connect(String bootstrapServers, RecordSerdes serdes, TopicCatalog catalog) {
        var settings = new HashMap<String, Object>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 1 << 18);
        return new ArchivePublisher(
                new KafkaProducer<>(settings, new StringSerializer(), serdes.serializer()), catalog);
    }

    /**
     * Publishes archives and waits until every record is acknowledged.
     *
     * @param progress told the number of records sent so far
     * @return what was published
     * @throws PublishException if the cluster or the registry refuses a record
     */
    public PublishedCounts publish(List<Archive> archives, PublishOrder order, LongConsumer progress) {
        Stream<ArchiveRecord> definitions = archives.stream().flatMap(archive -> archive.definitions().stream());
        long sent = send(definitions.toList(), Double.POSITIVE_INFINITY, 0, progress);
        send(order.arrange(archives), order.speed(), sent, progress);
        return PublishedCounts.of(archives);
    }

    private long send(List<ArchiveRecord> records, double speed, long already, LongConsumer progress) {
        List<Future<RecordMetadata>> unacknowledged = new ArrayList<>();
        long sent = already;
        long startNanos = System.nanoTime();
        for (ArchiveRecord record : records) {
            pace(startNanos, record.timestampMs() - records.get(0).timestampMs(), speed);
            unacknowledged.add(send(record));
            if (unacknowledged.size() >= MAX_UNACKNOWLEDGED) {
                await(unacknowledged);
            }
            progress.accept(++sent);
        }
        producer.flush();
        await(unacknowledged);
        return sent;
    }

    private Future<RecordMetadata> send(ArchiveRecord record) {
        try {
            return producer.send(new ProducerRecord<>(
                    catalog.name(record.topic()), null, record.timestampMs(), record.key(), record.value()));
        } catch (RuntimeException e) {
            throw new PublishException(e);
        }
    }

    private static void pace(long startNanos, long recordMs, double speed) {
        if (!Double.isFinite(speed)) {
            return;
        }
        long due = startNanos + (long) (recordMs * 1e6 / speed);
        while (System.nanoTime() - due < 0) {
            LockSupport.parkNanos(Math.min(due - System.nanoTime(), 50_000_000L));
            if (Thread.currentThread().isInterrupted()) {
                throw new PublishException(new InterruptedException("interrupted while pacing"));
            }
        }
    }

    private static void await(List<Future<RecordMetadata>> unacknowledged) {
        for (Future<RecordMetadata> future : unacknowledged) {
            try {
                future.get();
            } catch (ExecutionException e) {
                throw new PublishException(e.getCause() == null ? e : e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new PublishException(e);
            }
        }
        unacknowledged.clear();
    }

    @Override
    public void close() {
        producer.close();
    }
}
