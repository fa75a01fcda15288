package org.axionwatch.streams;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.axionwatch.records.alert.Tense;
import org.axionwatch.streams.runtime.Accounts;
import org.axionwatch.streams.runtime.AxionTopology;
import org.axionwatch.streams.runtime.StepSettings;
import org.axionwatch.streams.step.BadRecordHandler;
import org.axionwatch.streams.step.StepTopics;
import org.axionwatch.streams.step.UnwritableRecordHandler;
import org.axionwatch.streams.timing.TimingQuery;
import org.axionwatch.topics.catalog.Topic;
import org.axionwatch.topics.catalog.TopicCatalog;
import org.axionwatch.topics.serde.RecordSerdes;

/** The whole topology in Kafka's driver, with a registry in this process and explicit record times. */
public final class TopologyDriver implements AutoCloseable {

    public static final String DEAD_LETTERS = "axionwatch-test.dlq";

    private static final Instant START = Instant.parse("2005-01-01T00:00:00Z");

    private final String registryScope;
    private final RecordSerdes serdes;
    private final TopicCatalog catalog = TopicCatalog.live();
    private final TopologyTestDriver driver;
    private long secondsSinceStart;

    public TopologyDriver(String registryScope, Path stateFolder) {
        this(registryScope, stateFolder, Tense.ARCHIVAL);
    }

    public TopologyDriver(String registryScope, Path stateFolder, Tense tense) {
        this.registryScope = registryScope;
        this.serdes = RecordSerdes.of("mock://" + registryScope);
        StepTopics topics = new StepTopics(catalog, serdes);
        driver = new TopologyTestDriver(
                AxionTopology.build(topics, StepSettings.defaults(tense)), properties(stateFolder), START);
    }

    private static Properties properties(Path stateFolder) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "axionwatch-test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateFolder.toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, DEAD_LETTERS);
        properties.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, BadRecordHandler.class);
        properties.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, BadRecordHandler.class);
        properties.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, UnwritableRecordHandler.class);
        return properties;
    }

    public <T extends SpecificRecord> void send(Topic<T> topic, String key, T value) {
        driver.createInputTopic(catalog.name(topic), new StringSerializer(), serdes.<T>serializer())
                .pipeInput(key, value, nextTime());
    }

    public void sendBytes(Topic<?> topic, String key, byte[] value) {
        driver.createInputTopic(catalog.name(topic), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key, value, nextTime());
    }

    public <T extends SpecificRecord> List<TestRecord<String, T>> read(Topic<T> topic) {
        return output(topic).readRecordsToList();
    }

    public <T extends SpecificRecord> TestOutputTopic<String, T> output(Topic<T> topic) {
        return driver.createOutputTopic(
                catalog.name(topic), new StringDeserializer(), serdes.deserializer(topic.valueType()));
    }

    public List<TestRecord<byte[], byte[]>> deadLetters() {
        return driver.createOutputTopic(DEAD_LETTERS, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    public Accounts accounts() {
        return Accounts.read(driver::getKeyValueStore);
    }

    public TimingQuery timing() {
        return new TimingQuery(driver::getKeyValueStore);
    }

    /** Kept sums of a pulsar, as bytes. */
    public byte[] timingSums(String pulsar) {
        return driver.<String, byte[]>getKeyValueStore("timing-sums").get(pulsar);
    }

    private Instant nextTime() {
        return START.plusSeconds(60 * ++secondsSinceStart);
    }

    @Override
    public void close() {
        driver.close();
        MockSchemaRegistry.dropScope(registryScope);
    }
}
