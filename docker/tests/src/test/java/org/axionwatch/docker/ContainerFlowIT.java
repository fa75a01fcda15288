package org.axionwatch.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.axionwatch.records.alert.CandidateAlert;
import org.axionwatch.records.alert.Tense;
import org.axionwatch.records.pulsar.PulsarEvidence;
import org.axionwatch.streams.runtime.StepSettings;
import org.axionwatch.streams.runtime.StreamsRuntime;
import org.axionwatch.streams.runtime.StreamsSettings;
import org.axionwatch.topics.catalog.TopicCatalog;
import org.axionwatch.topics.catalog.TopicPreflight;
import org.axionwatch.topics.catalog.TopicSettings;
import org.axionwatch.topics.catalog.Topics;
import org.axionwatch.topics.replay.ArchivePublisher;
import org.axionwatch.topics.replay.PublishOrder;
import org.axionwatch.topics.replay.TopicExporter;
import org.axionwatch.topics.serde.RecordSerdes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@ContainerTest
class ContainerFlowIT {
    private static final String APPLICATION_ID = "container-test";
    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final Duration DRAIN_LIMIT = Duration.ofMinutes(2);
    private static final int FRAMES = 20;
    private static final long SEED = 20261121;

    private static ContainerCluster cluster;

    @BeforeAll
    static void startCluster() throws IOException {
        cluster = ContainerCluster.start();
    }

    @AfterAll
    static void stopCluster() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void shouldFindEveryTopicAsWantedWhenPreflightHasCreatedThem() {
        List<TopicSettings> wanted = TopicCatalog.live().settings("container-preflight");
        TopicPreflight preflight = cluster.preflight();

        List<TopicSettings> created = preflight.createOrVerify(wanted);

        assertThat(created).isEqualTo(wanted);
        assertThat(preflight.createOrVerify(wanted)).isEmpty();
        preflight.check(wanted);
    }

    @Test
    void shouldRaiseOneCandidateAtTheLineWhenFramesHoldOne(@TempDir Path stateFolder) throws InterruptedException {
        TopicCatalog catalog = TopicCatalog.replay("container");
        cluster.preflight().createOrVerify(catalog.settings(APPLICATION_ID));
        RecordSerdes serdes = RecordSerdes.of(cluster.registryUrl());

        publish(serdes, catalog);
        process(catalog, stateFolder);

        try (var outputs = TopicExporter.connect(cluster.bootstrapServers(), serdes, catalog)) {
            assertEvidence(outputs.read(Topics.PULSAR_EVIDENCE));
            assertThat(outputs.read(Topics.ALERT_CANDIDATE))
                    .singleElement()
                    .extracting(CandidateAlert::getResonanceFrequencyMHz)
                    .satisfies(ContainerFlowIT::assertAtTheLine);
        }
    }

    private static void publish(RecordSerdes serdes, TopicCatalog catalog) {
        try (var publisher = ArchivePublisher.connect(cluster.bootstrapServers(), serdes, catalog)) {
            publisher.publish(
                    List.of(ResonantPulsar.archive(FRAMES, SEED)), PublishOrder.asFastAsPossible(), sent -> {});
        }
    }

    private static void process(TopicCatalog catalog, Path stateFolder) throws InterruptedException {
        var addresses = new StreamsSettings.Cluster(cluster.bootstrapServers(), cluster.registryUrl());
        var settings = new StreamsSettings(addresses, APPLICATION_ID, stateFolder, 1, Map.of());
        try (var runtime = new StreamsRuntime(settings, catalog, StepSettings.defaults(Tense.ARCHIVAL));
                var drain = runtime.drainWatcher()) {
            runtime.start();
            assertThat(runtime.awaitRunning(START_LIMIT))
                    .as("%s", runtime.failure())
                    .isTrue();
            assertThat(drain.awaitDrained(DRAIN_LIMIT, runtime::isAlive))
                    .as("%s", runtime.failure())
                    .isTrue();
            assertThat(runtime.accounts().balance())
                    .as("%s", runtime.accounts())
                    .isTrue();
        }
    }

    private static void assertEvidence(List<PulsarEvidence> evidence) {
        assertThat(evidence).singleElement().satisfies(stacked -> {
            assertThat(stacked.getFrames()).isEqualTo(FRAMES);
            assertThat(stacked.getChannels()).isEqualTo(FRAMES * ResonantPulsar.CHANNELS);
            assertAtTheLine(stacked.getBestResonanceFrequencyMHz());
            assertThat(stacked.getBestAmplitudeSeconds())
                    .isCloseTo(ResonantPulsar.PEAK_SECONDS, within(3 * stacked.getBestAmplitudeUncertaintySeconds()));
        });
    }

    private static void assertAtTheLine(double frequencyMHz) {
        assertThat(frequencyMHz).isCloseTo(ResonantPulsar.RESONANCE_MHZ, within(5.0));
    }
}
