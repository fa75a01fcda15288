package org.axionwatch.streams.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.axionwatch.records.alert.Tense;
import org.axionwatch.streams.step.StepTopics;
import org.axionwatch.topics.catalog.TopicCatalog;
import org.axionwatch.topics.serde.RecordSerdes;
import org.junit.jupiter.api.Test;

/** A changed name of a store, repartition or processor orphans kept state: it must show in review. */
class TopologyShapeTest {

    private static final Path MODULE = Path.of(System.getProperty("axionwatch.root"), "processors", "streams");

    @Test
    void shouldHaveTheCommittedShape() throws IOException {
        String shape = describe(TopicCatalog.live());
        Path actual = MODULE.resolve("target/topology.txt");
        Files.writeString(actual, shape);

        assertThat(shape)
                .as("compare %s with the committed topology.txt; copy it over if the change is meant", actual)
                .isEqualTo(Files.readString(MODULE.resolve("topology.txt")));
    }

    @Test
    void shouldGiveNoNameToChance() {
        assertThat(describe(TopicCatalog.live())).doesNotContainPattern("-\\d{10}");
    }

    @Test
    void shouldReadAndWriteTheTopicsOfItsReplayOnly() {
        assertThat(describe(TopicCatalog.replay("one")))
                .contains("replay.one.pulsar.toa-frame.v1", "replay.one.alert.candidate.v1")
                .doesNotContainPattern("[\\[ ]pulsar\\.toa-frame\\.v1");
    }

    private static String describe(TopicCatalog catalog) {
        StepTopics topics = new StepTopics(catalog, RecordSerdes.of("mock://TopologyShapeTest"));
        return AxionTopology.build(topics, StepSettings.defaults(Tense.CURRENT))
                .describe()
                .toString();
    }
}
