package org.axionwatch.topics.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.axionwatch.topics.catalog.Cleanup;
import org.axionwatch.topics.catalog.Topic;
import org.axionwatch.topics.catalog.TopicCatalog;
import org.axionwatch.topics.serde.RecordJson;
import org.axionwatch.topics.serde.RecordSerdes;
import org.jspecify.annotations.Nullable;

/**
 * Writes topics as files of JSON lines, committed records only, from the beginning to the end each partition has when
 * the export starts. The order depends on nothing but the records: of a compacted topic the last value of each key by
 * key, else by key, record time and content.
 */
public final class TopicExporter implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Consumer<byte[], byte[]> consumer;
    private final RecordSerdes serdes;
    private final TopicCatalog catalog;

    /** @param consumer reads committed records and is closed with this exporter */
    public TopicExporter(Consumer<byte[], byte[]> consumer, RecordSerdes serdes, TopicCatalog catalog) {
        this.consumer = consumer;
        this.serdes = serdes;
        this.catalog = catalog;
    }

    /** An exporter with a consumer of its own, outside of any group. */
    public static TopicExporter connect(String bootstrapServers, RecordSerdes serdes, TopicCatalog catalog) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false);
        var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        return new TopicExporter(consumer, serdes, catalog);
    }

    /**
     * Writes {@code <topic>.jsonl}, named without any replay prefix.
     *
     * @return lines written
     */
    public <T extends SpecificRecord> int export(Topic<T> topic, Path folder) throws IOException {
        List<String> lines;
        try (Deserializer<T> values = serdes.deserializer(topic.valueType())) {
            lines = lines(topic, values);
        }
        Files.write(folder.resolve(topic.name() + ".jsonl"), lines);
        return lines.size();
    }

    /**
     * The last value of each key of a compacted topic, or every value of any other, in the order of the export.
     */
    public <T extends SpecificRecord> List<T> read(Topic<T> topic) {
        try (Deserializer<T> values = serdes.deserializer(topic.valueType())) {
            String name = catalog.name(topic);
            return ordered(topic).stream()
                    .map(record -> values.deserialize(name, record.value()))
                    .toList();
        }
    }

    /**
     * Writes {@code dlq.jsonl}: key and value in base64, the headers as text, by record time and content.
     *
     * @return dead letters written
     */
    public int exportDeadLetters(String applicationId, Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records(catalog.deadLetters(applicationId))) {
            lines.add(deadLetter(record));
        }
        lines.sort(Comparator.naturalOrder());
        Files.write(folder.resolve("dlq.jsonl"), lines);
        return lines.size();
    }

    private <T extends SpecificRecord> List<String> lines(Topic<T> topic, Deserializer<T> values) {
        String name = catalog.name(topic);
        Function<ConsumerRecord<byte[], byte[]>, String> line =
                record -> RecordJson.line(key(record), values.deserialize(name, record.value()));
        if (topic.cleanup() == Cleanup.COMPACT) {
            return ordered(topic).stream().map(line).toList();
        }
        record Timed(String key, long timestampMs, String line) {}
        return ordered(topic).stream()
                .map(record -> new Timed(key(record), record.timestamp(), line.apply(record)))
                .sorted(Comparator.comparing(Timed::key)
                        .thenComparingLong(Timed::timestampMs)
                        .thenComparing(Timed::line))
                .map(Timed::line)
                .toList();
    }

    private List<ConsumerRecord<byte[], byte[]>> ordered(Topic<?> topic) {
        List<ConsumerRecord<byte[], byte[]>> records = records(catalog.name(topic));
        if (topic.cleanup() == Cleanup.DELETE) {
            records.sort(Comparator.<ConsumerRecord<byte[], byte[]>, String>comparing(TopicExporter::key)
                    .thenComparingLong(ConsumerRecord::timestamp));
            return records;
        }
        var last = new TreeMap<String, ConsumerRecord<byte[], byte[]>>();
        for (var record : records) {
            if (record.value() == null) {
                last.remove(key(record));
            } else {
                last.put(key(record), record);
            }
        }
        return new ArrayList<>(last.values());
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(records::add);
        }
        return records;
    }

    private static String key(ConsumerRecord<byte[], byte[]> record) {
        return record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
    }

    private static String deadLetter(ConsumerRecord<byte[], byte[]> record) throws IOException {
        ObjectNode line = JSON.createObjectNode();
        line.put("timestampMs", record.timestamp());
        line.put("key", base64(record.key()));
        line.put("value", base64(record.value()));
        ObjectNode headers = line.putObject("headers");
        record.headers().forEach(header -> headers.put(header.key(), text(header.value())));
        return JSON.writeValueAsString(line);
    }

    private static @Nullable String base64(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
