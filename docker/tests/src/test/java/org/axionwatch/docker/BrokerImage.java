package org.axionwatch.docker;

import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** The broker image that {@code docker/build-images} makes. */
final class BrokerImage {
    private static final String NAME = System.getProperty("axionwatch.image.broker");
    private static final String PUBLIC_NAME = "apache/kafka";

    private BrokerImage() {}

    static KafkaContainer start() {
        var broker = new KafkaContainer(DockerImageName.parse(NAME).asCompatibleSubstituteFor(PUBLIC_NAME));
        broker.start();
        return broker;
    }

    /** What keeps the tests from running, empty where nothing does. */
    static Optional<String> missing() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.of("no container engine answers; docker/README.md says how to start one");
        }
        try {
            DockerClientFactory.lazyClient().inspectImageCmd(NAME).exec();
            return Optional.empty();
        } catch (NotFoundException e) {
            return Optional.of("the engine has no image " + NAME + "; docker/build-images makes it");
        }
    }
}
