package org.axionwatch.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.axionwatch.records.alert.Tense;
import org.axionwatch.streams.runtime.Accounts;
import org.axionwatch.streams.runtime.AxionTopology;
import org.axionwatch.streams.runtime.StepSettings;
import org.axionwatch.streams.runtime.StreamsSettings;
import org.axionwatch.streams.step.StepTopics;
import org.axionwatch.topics.catalog.TopicCatalog;
import org.axionwatch.topics.ingest.ArchiveRecord;
import org.axionwatch.topics.serde.RecordSerdes;

/**
 * The real topology with its stores, driven by the calling thread without a broker. All that follows from a record is done,
 * and committed, when {@link #send} returns.
 */
final class LocalTopology implements AutoCloseable {
    private final TopicCatalog catalog = TopicCatalog.live();
    private final TopologyTestDriver driver;
    private final Serializer<SpecificRecord> serializer;
    private final Map<String, TestInputTopic<String, SpecificRecord>> inputs = new HashMap<>();

    LocalTopology(Path stateFolder) {
        String id = "bench-local-" + UUID.randomUUID();
        String registry = "mock://" + id;
        Properties settings = new StreamsSettings(
                        new StreamsSettings.Cluster("unused:9092", registry), id, stateFolder, 1, Map.of())
                .properties(id + ".dlq");
        RecordSerdes serdes = RecordSerdes.of(registry);
        serializer = serdes.serializer();
        driver = new TopologyTestDriver(
                AxionTopology.build(new StepTopics(catalog, serdes), StepSettings.defaults(Tense.ARCHIVAL)), settings);
    }

    void send(ArchiveRecord record) {
        inputs.computeIfAbsent(
                        catalog.name(record.topic()),
                        topic -> driver.createInputTopic(topic, new StringSerializer(), serializer))
                .pipeInput(record.key(), record.value(), record.timestampMs());
    }

    /** Forgets what was written, changelogs included, which the driver would keep in memory. */
    void dropOutputs() {
        for (String topic : driver.producedTopicNames()) {
            driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                    .readRecordsToList();
        }
    }

    Accounts accounts() {
        return Accounts.read(driver::getKeyValueStore);
    }

    @Override
    public void close() {
        driver.close();
        serializer.close();
    }
}
