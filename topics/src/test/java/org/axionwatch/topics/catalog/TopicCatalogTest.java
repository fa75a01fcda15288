package org.axionwatch.topics.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicCatalogTest {
    @Test
    void shouldKeepLiveNamesAndPrefixThoseOfAReplay() {
        assertThat(TopicCatalog.live().name(Topics.PULSAR_TOA_FRAME)).isEqualTo("pulsar.toa-frame.v1");
        assertThat(TopicCatalog.replay("j2214").name(Topics.PULSAR_TOA_FRAME))
                .isEqualTo("replay.j2214.pulsar.toa-frame.v1");
    }

    @Test
    void shouldNameEveryTopicOnceAndTheDeadLettersLast() {
        var names = TopicCatalog.replay("x").settings("axionwatch-x").stream()
                .map(TopicSettings::name)
                .toList();

        assertThat(names).doesNotHaveDuplicates().hasSize(Topics.all().size() + 1);
        assertThat(names).last().isEqualTo("axionwatch-x.dlq");
    }

    @Test
    void shouldNeverExpireByAgeBecauseTimestampsAreObservationTimes() {
        assertThat(TopicCatalog.live().settings("a")).allSatisfy(topic -> assertThat(topic.configuration())
                .containsEntry("retention.ms", "-1")
                .containsEntry("message.timestamp.type", "CreateTime"));
        assertThat(TopicCatalog.replay("r").settings("a"))
                .allSatisfy(topic -> assertThat(topic.retentionBytes()).isEqualTo(-1));
    }

    @Test
    void shouldCompactWhatReplacesItself() {
        assertThat(Topics.all().stream().filter(topic -> topic.cleanup() == Cleanup.COMPACT))
                .contains(
                        Topics.PULSAR_EPHEMERIS,
                        Topics.PULSAR_TIMING_SOLUTION,
                        Topics.PULSAR_EVIDENCE,
                        Topics.XRAY_SOURCE,
                        Topics.AXION_LIMIT)
                .doesNotContain(
                        Topics.PULSAR_TOA_FRAME,
                        Topics.PULSAR_TIMING_RESIDUAL,
                        Topics.PULSAR_SIGNAL_SCORE,
                        Topics.XRAY_EVENT_BATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b", "a b", "ä", "../x"})
    void shouldRefuseAReplayIdThatIsNoLegalTopicName(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TopicCatalog.replay(id))
                .withMessageContaining(id);
    }

    @Test
    void shouldRefuseAReplayIdLongerThan64Characters() {
        assertThat(TopicCatalog.replay("i".repeat(64)).isReplay()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> TopicCatalog.replay("i".repeat(65)));
    }

    @Test
    void shouldRefuseLessThanOnePartition() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TopicCatalog.live().withPartitions(0));
    }
}
