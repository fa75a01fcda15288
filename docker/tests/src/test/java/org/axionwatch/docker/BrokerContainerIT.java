package org.axionwatch.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.topics.catalog.TopicCatalog;
import org.axionwatch.topics.catalog.TopicPreflight;
import org.axionwatch.topics.catalog.TopicSettings;
import org.axionwatch.topics.catalog.Topics;
import org.axionwatch.topics.serde.RecordSerdes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@ContainerTest
class BrokerContainerIT {
    private static final String APPLICATION_ID = "container-test";
    private static final Duration DELIVERY_LIMIT = Duration.ofSeconds(30);

    private static ContainerCluster cluster;

    @BeforeAll
    static void startCluster() throws IOException {
        cluster = ContainerCluster.start();
    }

    @AfterAll
    static void stopCluster() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void shouldFindEveryTopicAsWantedWhenPreflightHasCreatedThem() {
        List<TopicSettings> wanted = TopicCatalog.replay("preflight").settings(APPLICATION_ID);
        TopicPreflight preflight = cluster.preflight();

        List<TopicSettings> created = preflight.createOrVerify(wanted);

        assertThat(created).isEqualTo(wanted);
        assertThat(preflight.createOrVerify(wanted)).isEmpty();
        preflight.check(wanted);
    }

    @Test
    void shouldReadTheFrameBackWhenItsTransactionIsCommitted() throws IOException {
        TopicCatalog catalog = TopicCatalog.replay("frames");
        cluster.preflight().createOrVerify(catalog.settings(APPLICATION_ID));
        String topic = catalog.name(Topics.PULSAR_TOA_FRAME);
        RecordSerdes serdes = RecordSerdes.of(cluster.registryUrl());
        PulsarToaFrame frame = exampleFrame();

        write(serdes, new ProducerRecord<>(topic, frame.getPulsar(), frame));

        assertThat(readFirst(serdes, topic)).isEqualTo(frame);
    }

    // commitTransaction throws what the send met.
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void write(RecordSerdes serdes, ProducerRecord<String, PulsarToaFrame> record) {
        Map<String, Object> settings = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                cluster.bootstrapServers(),
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                APPLICATION_ID);
        try (var producer =
                new KafkaProducer<>(settings, serdes.keys().serializer(), serdes.<PulsarToaFrame>serializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(record);
            producer.commitTransaction();
        }
    }

    private static PulsarToaFrame readFirst(RecordSerdes serdes, String topic) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                cluster.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG,
                APPLICATION_ID,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        try (var consumer = new KafkaConsumer<>(
                settings, serdes.keys().deserializer(), serdes.deserializer(PulsarToaFrame.class))) {
            consumer.subscribe(List.of(topic));
            long deadline = System.nanoTime() + DELIVERY_LIMIT.toNanos();
            while (System.nanoTime() < deadline) {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    return record.value();
                }
            }
        }
        throw new AssertionError("no record came through " + topic + " in " + DELIVERY_LIMIT);
    }

    private static PulsarToaFrame exampleFrame() throws IOException {
        Path example = Path.of(
                System.getProperty("axionwatch.root"),
                "schemas/records/src/main/avro/pulsar/PulsarToaFrame.example.json");
        var schema = PulsarToaFrame.getClassSchema();
        return new SpecificDatumReader<PulsarToaFrame>(schema)
                .read(null, DecoderFactory.get().jsonDecoder(schema, Files.readString(example)));
    }
}
