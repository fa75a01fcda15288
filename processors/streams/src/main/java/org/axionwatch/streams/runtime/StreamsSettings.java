package org.axionwatch.streams.runtime;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.axionwatch.streams.step.BadRecordHandler;
import org.axionwatch.streams.step.UnwritableRecordHandler;

/**
 * How the topology runs; what it computes is {@link StepSettings}.
 *
 * @param cluster addresses of broker and registry
 * @param applicationId id of the application: prefix of its group, its internal topics and its dead letters
 * @param stateFolder where kept state lives, outside temporary folders
 * @param threads stream threads [1]
 * @param kafkaProperties client properties that go through unchanged and win over the built-in ones
 */
public record StreamsSettings(
        Cluster cluster, String applicationId, Path stateFolder, int threads, Map<String, String> kafkaProperties) {

    private static final Map<String, Object> TUNING = Map.of(
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
            StreamsConfig.EXACTLY_ONCE_V2,
            StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
            100,
            StreamsConfig.producerPrefix("linger.ms"),
            5,
            StreamsConfig.producerPrefix("batch.size"),
            262_144,
            StreamsConfig.mainConsumerPrefix("session.timeout.ms"),
            6_000,
            StreamsConfig.mainConsumerPrefix("auto.offset.reset"),
            "earliest",
            StreamsConfig.TASK_TIMEOUT_MS_CONFIG,
            30_000L,
            StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
            BadRecordHandler.class,
            StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
            BadRecordHandler.class,
            StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
            UnwritableRecordHandler.class);

    /**
     * @param bootstrapServers broker addresses, host:port, comma-separated
     * @param registryUrl address of the schema registry's Confluent interface
     */
    public record Cluster(String bootstrapServers, String registryUrl) {}

    public StreamsSettings {
        if (threads < 1) {
            throw new IllegalArgumentException("stream threads must be at least 1: " + threads);
        }
        if (applicationId.isBlank()) {
            throw new IllegalArgumentException("application id must not be blank");
        }
        kafkaProperties = Map.copyOf(kafkaProperties);
    }

    /** Configuration of Kafka Streams, dead letters going to the given topic. */
    public Properties properties(String deadLetterTopic) {
        Properties properties = new Properties();
        properties.putAll(TUNING);
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder.toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        properties.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, deadLetterTopic);
        properties.putAll(kafkaProperties);
        return properties;
    }

    /** Configuration of the clients that watch the application. */
    Properties clientProperties() {
        Properties properties = new Properties();
        properties.putAll(kafkaProperties);
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers());
        return properties;
    }
}
