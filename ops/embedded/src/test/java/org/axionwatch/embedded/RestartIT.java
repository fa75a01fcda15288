package org.axionwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartIT {
    @TempDir
    private Path folder;

    @Test
    void shouldKeepPortsRecordsAndSchemaIdsWhenStoppedOrKilled() throws Exception {
        String bootstrapServers;
        String registryUrl;
        int schemaId;

        try (var first = EmbeddedCluster.start(folder, ProgressListener.NONE)) {
            bootstrapServers = first.bootstrapServers();
            registryUrl = first.registryUrl();
            var topic = new TestTopic(first, "first");
            topic.create();
            topic.write(1, 2);
            schemaId = schemaId(topic);
        }

        try (var afterStop = EmbeddedCluster.start(folder, ProgressListener.NONE)) {
            assertThat(afterStop.bootstrapServers()).isEqualTo(bootstrapServers);
            assertThat(afterStop.registryUrl()).isEqualTo(registryUrl);
            var topic = new TestTopic(afterStop, "first");
            assertThat(topic.read()).containsExactly(1L, 2L);
            assertThat(schemaId(topic)).isEqualTo(schemaId);

            topic.write(3);
            var last = new TestTopic(afterStop, "second");
            last.create();
            last.write(4);
            afterStop.broker().kill();
            afterStop.registry().kill();
            assertThat(afterStop.check())
                    .containsExactly("the broker's process has ended", "the registry's process has ended");
        }

        try (var afterKill = EmbeddedCluster.start(folder, ProgressListener.NONE)) {
            assertThat(afterKill.bootstrapServers()).isEqualTo(bootstrapServers);
            assertThat(afterKill.registryUrl()).isEqualTo(registryUrl);
            var topic = new TestTopic(afterKill, "first");
            assertThat(topic.read()).containsExactly(1L, 2L, 3L);
            assertThat(schemaId(topic)).isEqualTo(schemaId);
            var last = new TestTopic(afterKill, "second");
            assertThat(last.read()).containsExactly(4L);
            assertThat(afterKill.check()).isEmpty();
        }
    }

    private static int schemaId(TestTopic topic) throws Exception {
        try (var client = new CachedSchemaRegistryClient(topic.cluster().registryUrl(), 10)) {
            return client.getLatestSchemaMetadata(topic.subject()).getId();
        }
    }
}
