package org.axionwatch.docker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.axionwatch.embedded.EmbeddedCluster;
import org.axionwatch.embedded.ProgressListener;
import org.axionwatch.topics.catalog.TopicPreflight;
import org.testcontainers.kafka.KafkaContainer;

/** The broker in a container, the embedded registry beside it. */
final class ContainerCluster implements AutoCloseable {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(30);

    private final KafkaContainer broker;
    private final EmbeddedCluster registry;
    private final Admin admin;

    private ContainerCluster(KafkaContainer broker, EmbeddedCluster registry) {
        this.broker = broker;
        this.registry = registry;
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.getBootstrapServers()));
    }

    static ContainerCluster start() throws IOException {
        KafkaContainer broker = BrokerImage.start();
        Path target = Path.of(System.getProperty("axionwatch.root"), "docker", "tests", "target");
        var registry = EmbeddedCluster.start(Files.createTempDirectory(target, "registry"), ProgressListener.NONE);
        // No record of these tests can pass through any broker but the container's.
        registry.broker().kill();
        return new ContainerCluster(broker, registry);
    }

    String bootstrapServers() {
        return broker.getBootstrapServers();
    }

    String registryUrl() {
        return registry.registryUrl();
    }

    TopicPreflight preflight() {
        return new TopicPreflight(admin, ANSWER_LIMIT);
    }

    @Override
    public void close() {
        admin.close();
        registry.stop();
        broker.stop();
    }
}
