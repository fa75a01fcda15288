package org.axionwatch.embedded;

import static org.axionwatch.embedded.EmbeddedException.Reason.FOLDER_UNUSABLE;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Properties;

/** The settings of the single node; why they differ from Kafka's defaults is in RATIONALE.md. */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    static final String LOG_DIRECTORY = "log.dirs";

    private static final String BROKER_LISTENER = "PLAINTEXT";
    private static final String INTERNAL_TOPIC_PARTITIONS = "4";

    private BrokerSettings() {}

    static void write(EmbeddedFolder folder, Ports ports) {
        var settings = new Properties();
        settings.putAll(node(folder, ports));
        settings.putAll(internalTopics());
        settings.putAll(behaviour());
        try (var writer = Files.newBufferedWriter(folder.brokerSettings())) {
            settings.store(writer, "Written at every start");
        } catch (IOException e) {
            throw new EmbeddedException(FOLDER_UNUSABLE, folder.brokerSettings() + " cannot be written: " + e, e);
        }
    }

    private static Map<String, String> node(EmbeddedFolder folder, Ports ports) {
        String broker = BROKER_LISTENER + "://" + Ports.HOST + ":" + ports.broker();
        String controller = CONTROLLER_LISTENER + "://" + Ports.HOST + ":" + ports.controller();
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE_ID),
                "controller.quorum.voters",
                NODE_ID + "@" + Ports.HOST + ":" + ports.controller(),
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "listeners",
                broker + "," + controller,
                "advertised.listeners",
                broker,
                "inter.broker.listener.name",
                BROKER_LISTENER,
                "listener.security.protocol.map",
                BROKER_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT",
                LOG_DIRECTORY,
                folder.brokerData().toString());
    }

    private static Map<String, String> internalTopics() {
        return Map.of(
                "default.replication.factor", "1",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", INTERNAL_TOPIC_PARTITIONS,
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", INTERNAL_TOPIC_PARTITIONS,
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "share.coordinator.state.topic.num.partitions", INTERNAL_TOPIC_PARTITIONS);
    }

    private static Map<String, String> behaviour() {
        return Map.of(
                "auto.create.topics.enable", "false",
                "group.initial.rebalance.delay.ms", "0",
                "broker.session.timeout.ms", "2000",
                "broker.heartbeat.interval.ms", "250",
                "log.retention.ms", "-1",
                "offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE),
                "log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
    }
}
