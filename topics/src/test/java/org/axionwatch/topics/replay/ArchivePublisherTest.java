package org.axionwatch.topics.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.records.xray.XrayEventBatch;
import org.axionwatch.records.xray.XraySource;
import org.axionwatch.topics.catalog.TopicCatalog;
import org.axionwatch.topics.catalog.Topics;
import org.axionwatch.topics.ingest.Archive;
import org.axionwatch.topics.ingest.ArchiveRecord;
import org.axionwatch.topics.ingest.EventBatcher;
import org.axionwatch.topics.ingest.EventList;
import org.axionwatch.topics.ingest.SourceDescriptionReader;
import org.axionwatch.topics.serde.RecordSerdes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArchivePublisherTest {
    private static final String SCOPE = "ArchivePublisherTest";

    private final MockProducer<String, SpecificRecord> producer = new MockProducer<>(
            true,
            null,
            new StringSerializer(),
            RecordSerdes.of("mock://" + SCOPE).serializer());

    @AfterEach
    void dropRegistry() {
        MockSchemaRegistry.dropScope(SCOPE);
    }

    private static Archive archive() {
        XraySource source = new SourceDescriptionReader()
                .read(Path.of(System.getProperty("axionwatch.root", ".."), "topics/src/main/examples/m82-chandra.yaml"))
                .source();
        var observation = new EventList.Observation("1", "TEST", new MjdInstant(55000, 0.0), null);
        double[] times = IntStream.range(0, 50).mapToDouble(i -> i).toArray();
        var columns = new EventList.Columns(times, new float[50], new float[50], new float[50]);
        var list = new EventList("e.fits", observation, 50, List.of(), columns);
        List<ArchiveRecord> data = new EventBatcher(1)
                .batches("m82", list).stream()
                        .map(batch -> new ArchiveRecord(
                                Topics.XRAY_EVENT_BATCH, "m82", batch, EventBatcher.timestampMs(batch)))
                        .toList();
        var definition = new ArchiveRecord(Topics.XRAY_SOURCE, "m82", source, 0);
        return new Archive("e.fits", List.of(definition), data, new Archive.Account(0, new TreeMap<>(), 50));
    }

    private List<Long> publishedStarts(PublishOrder order) {
        producer.clear();
        new ArchivePublisher(producer, TopicCatalog.replay("r")).publish(List.of(archive()), order, sent -> {});
        return producer.history().stream()
                .map(ProducerRecord::value)
                .filter(XrayEventBatch.class::isInstance)
                .map(value -> ((XrayEventBatch) value).getEventIndexStart())
                .toList();
    }

    @Test
    void shouldSendDefinitionsFirstAndReportProgressAndCounts() {
        List<Long> progress = new ArrayList<>();

        var counts = new ArchivePublisher(producer, TopicCatalog.replay("r"))
                .publish(List.of(archive()), PublishOrder.asFastAsPossible(), progress::add);

        assertThat(counts).isEqualTo(new PublishedCounts(51, 0, 50));
        assertThat(progress).hasSize(51).isSorted().endsWith(51L);
        assertThat(producer.history().get(0).topic()).isEqualTo("replay.r.xray.source.v1");
        assertThat(producer.history().get(1).topic()).isEqualTo("replay.r.xray.event-batch.v1");
        assertThat(producer.history().get(1).timestamp()).isEqualTo((55000 - 40587) * 86_400_000L);
    }

    @Test
    void shouldKeepTimeOrderOrShuffleBySeed() {
        List<Long> ordered = publishedStarts(PublishOrder.asFastAsPossible());
        List<Long> shuffled = publishedStarts(new PublishOrder(7L, Double.POSITIVE_INFINITY));

        assertThat(ordered).isSorted();
        assertThat(shuffled).isNotEqualTo(ordered).containsExactlyInAnyOrderElementsOf(ordered);
        assertThat(publishedStarts(new PublishOrder(7L, Double.POSITIVE_INFINITY)))
                .isEqualTo(shuffled);
    }

    @Test
    void shouldRefuseASpeedThatIsNotPositive() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PublishOrder(null, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new PublishOrder(null, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PublishOrder(1L, 10));
    }
}
