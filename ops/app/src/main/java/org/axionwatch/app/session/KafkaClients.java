package org.axionwatch.app.session;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.axionwatch.topics.catalog.TopicCatalog;
import org.axionwatch.topics.catalog.TopicPreflight;
import org.axionwatch.topics.catalog.TopicSettings;
import org.axionwatch.topics.replay.ArchivePublisher;
import org.axionwatch.topics.replay.TopicExporter;
import org.axionwatch.topics.serde.RecordSerdes;

/** The clients of one cluster, each with the user's own Kafka properties. */
public final class KafkaClients {
    private static final Duration ADMIN_TIMEOUT = Duration.ofSeconds(30);

    private final ClusterAddress address;
    private final RecordSerdes serdes;

    public KafkaClients(ClusterAddress address) {
        this.address = address;
        this.serdes = RecordSerdes.of(address.registryUrl());
    }

    public RecordSerdes serdes() {
        return serdes;
    }

    /** Creates the topics that are missing and verifies the others. */
    public List<TopicSettings> prepare(List<TopicSettings> topics) {
        try (Admin admin = Admin.create(address.clientProperties())) {
            return new TopicPreflight(admin, ADMIN_TIMEOUT).createOrVerify(topics);
        }
    }

    public ArchivePublisher publisher(TopicCatalog catalog) {
        Map<String, Object> properties = address.clientProperties();
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.putIfAbsent(ProducerConfig.LINGER_MS_CONFIG, 5);
        properties.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, 1 << 18);
        var producer = new KafkaProducer<String, SpecificRecord>(
                properties, new StringSerializer(), serdes.<SpecificRecord>serializer());
        return new ArchivePublisher(producer, catalog);
    }

    public TopicExporter exporter(TopicCatalog catalog) {
        return new TopicExporter(committedBytes(), serdes, catalog);
    }

    /** A consumer outside of any group that sees committed records only. */
    KafkaConsumer<byte[], byte[]> committedBytes() {
        Map<String, Object> properties = address.clientProperties();
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
