package org.axionwatch.embedded;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A one-partition topic of Avro records, written and read with Confluent's serializers. */
record TestTopic(EmbeddedCluster cluster, String name) {
    private static final Schema SCHEMA =
            SchemaBuilder.record("Reading").fields().requiredLong("number").endRecord();
    private static final Duration POLL = Duration.ofMillis(200);

    String subject() {
        return name + "-value";
    }

    void create() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
    }

    void write(long... numbers) throws Exception {
        Map<String, Object> config =
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "schema.registry.url", cluster.registryUrl());
        var values = new KafkaAvroSerializer();
        values.configure(config, false);
        try (var producer = new KafkaProducer<String, Object>(config, new StringSerializer(), values)) {
            for (long number : numbers) {
                GenericRecord reading =
                        new GenericRecordBuilder(SCHEMA).set("number", number).build();
                producer.send(new ProducerRecord<>(name, reading)).get();
            }
        }
    }

    /** The numbers from the first offset to the end. */
    List<Long> read() {
        Map<String, Object> config =
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "schema.registry.url", cluster.registryUrl());
        var values = new KafkaAvroDeserializer();
        values.configure(config, false);
        try (var consumer = new KafkaConsumer<String, Object>(config, new StringDeserializer(), values)) {
            var partition = new TopicPartition(name, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            List<Long> numbers = new ArrayList<>();
            while (consumer.position(partition) < end) {
                consumer.poll(POLL)
                        .forEach(record -> numbers.add((Long) ((GenericRecord) record.value()).get("number")));
            }
            return numbers;
        }
    }
}
