package org.axionwatch.app.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.axionwatch.records.alert.CandidateAlert;
import org.axionwatch.topics.catalog.TopicCatalog;
import org.axionwatch.topics.catalog.Topics;
import org.axionwatch.topics.serde.RecordJson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the alert topic on a thread of its own and keeps the last notice of the newest candidates. */
final class AlertFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AlertFeed.class);
    private static final int KEPT = 100;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deserializer<CandidateAlert> values;
    private final String topic;
    private final Map<String, JsonNode> notices = new LinkedHashMap<>();
    private final Thread thread = new Thread(this::follow, "alert-feed");

    private AlertFeed(KafkaConsumer<byte[], byte[]> consumer, Deserializer<CandidateAlert> values, String topic) {
        this.consumer = consumer;
        this.values = values;
        this.topic = topic;
    }

    static AlertFeed start(KafkaClients clients, TopicCatalog catalog) {
        var feed = new AlertFeed(
                clients.committedBytes(),
                clients.serdes().deserializer(CandidateAlert.class),
                catalog.name(Topics.ALERT_CANDIDATE));
        feed.thread.setDaemon(true);
        feed.thread.start();
        return feed;
    }

    private void follow() {
        try {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!Thread.currentThread().isInterrupted()) {
                consumer.poll(POLL).forEach(this::keep);
            }
        } catch (WakeupException closing) {
            LOG.debug("alert feed ends");
        } catch (KafkaException e) {
            LOG.error("alert feed stopped", e);
        } finally {
            consumer.close();
            values.close();
        }
    }

    private void keep(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return;
        }
        CandidateAlert alert = values.deserialize(topic, record.value());
        try {
            JsonNode notice = JSON.readTree(RecordJson.write(alert));
            synchronized (notices) {
                notices.remove(alert.getAlertId());
                notices.put(alert.getAlertId(), notice);
                if (notices.size() > KEPT) {
                    notices.remove(notices.keySet().iterator().next());
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    List<JsonNode> newestFirst() {
        synchronized (notices) {
            List<JsonNode> newestFirst = new ArrayList<>(notices.values());
            Collections.reverse(newestFirst);
            return newestFirst;
        }
    }

    @Override
    public void close() {
        consumer.wakeup();
    }
}
