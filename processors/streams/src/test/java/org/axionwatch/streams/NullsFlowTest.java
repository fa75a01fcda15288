package org.axionwatch.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.streams.test.TestRecord;
import org.axionwatch.records.pulsar.ConsistencyTest;
import org.axionwatch.records.pulsar.EvidenceSplit;
import org.axionwatch.records.pulsar.PredictedGhost;
import org.axionwatch.records.pulsar.PulsarEvidence;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.records.pulsar.RejectedCandidate;
import org.axionwatch.records.pulsar.Rejection;
import org.axionwatch.records.pulsar.ToaFlag;
import org.axionwatch.topics.catalog.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line at 1500 MHz, the centre of GUPPI's mirrored band, and what speaks against it. */
class NullsFlowTest {

    private static final String PULSAR = PulsarData.PULSAR;
    private static final long SEED = 20261121;
    private static final double LINE_SECONDS = 3e-6;

    @TempDir
    Path stateFolder;

    private TopologyDriver driver;

    @BeforeEach
    void open() {
        driver = new TopologyDriver("NullsFlowTest", stateFolder);
        driver.send(Topics.PULSAR_EPHEMERIS, PULSAR, PulsarData.ephemeris(PULSAR));
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldRaiseNothingWhereTheBackEndMirrorsAndSayWhy() {
        send(recorded(frames(20, LINE_SECONDS), "GUPPI", "Rcvr1_2", "9y"));

        // F0 300 Hz and DM 10: K DM (1 - x)^-2 - (1 + x)^-2 over 1500^2 is one turn at 67.507 MHz from the centre
        List<PredictedGhost> ghosts =
                driver.read(Topics.PULSAR_AXION_RESIDUAL).get(0).value().getPredictedGhosts();
        assertThat(ghosts).filteredOn(ghost -> ghost.getOrder() == 0).hasSize(1);
        assertThat(ghosts)
                .filteredOn(ghost -> ghost.getOrder() == 1)
                .extracting(ghost -> Math.round(100 * Math.abs(ghost.getTopocentricFrequencyMHz() - 1500)))
                .containsExactly(6751L, 6751L);
        PulsarEvidence evidence = evidence();
        assertThat(evidence.getUnvetoedGlobalSignificance()).isGreaterThan(8);
        assertThat(evidence.getUnvetoedBestResonanceFrequencyMHz()).isEqualTo(PulsarData.RESONANCE_MHZ);
        assertThat(evidence.getGlobalSignificance()).isLessThan(3);
        assertThat(evidence.getTrials()).isLessThan(evidence.getUnvetoedTrials());
        assertThat(evidence.getGhostChannels()).isPositive();
        assertThat(evidence.getRejectedCandidates()).singleElement().satisfies(rejected -> {
            assertThat(rejected.getResonanceFrequencyMHz()).isEqualTo(PulsarData.RESONANCE_MHZ);
            assertThat(reasons(rejected)).containsExactly("predicted-ghost");
            assertThat(rejected.getRejections().get(0).getDetail())
                    .contains("GUPPI Rcvr1_2 mirrored about 1500.0 MHz, k = 0");
        });
        assertThat(driver.read(Topics.ALERT_CANDIDATE)).isEmpty();
        assertThat(driver.accounts().balance()).isTrue();
    }

    @Test
    void shouldRaiseTheSameLineWhereTheImageWasRemoved() {
        send(recorded(frames(20, LINE_SECONDS), "GUPPI", "Rcvr1_2", "12y"));

        PulsarEvidence evidence = evidence();
        assertThat(evidence.getGlobalSignificance()).isGreaterThan(8);
        assertThat(evidence.getSignFlipSignificance()).isGreaterThan(3);
        assertThat(evidence.getRejectedCandidates()).isEmpty();
        assertThat(evidence.getConsistencyTests())
                .extracting(ConsistencyTest::getName, ConsistencyTest::getTested)
                .containsExactly(tuple("back-ends", false), tuple("halves", true));
        assertThat(driver.read(Topics.ALERT_CANDIDATE)).isNotEmpty();
    }

    @Test
    void shouldGiveHalvesAndBackEndsThatAddUpToTheStack() {
        send(recorded(frames(20, LINE_SECONDS), "WIDE", "L", "9y"));
        send(recorded(others(10, LINE_SECONDS), "NARROW", "L", "9y"));

        PulsarEvidence evidence = evidence();
        for (String kind : List.of("back-end", "half")) {
            List<EvidenceSplit> parts = evidence.getSplits().stream()
                    .filter(split -> split.getKind().equals(kind))
                    .toList();
            assertThat(parts).hasSize(2);
            assertThat(parts.stream().mapToLong(EvidenceSplit::getFrames).sum()).isEqualTo(30);
            double weight = parts.stream()
                    .mapToDouble(split -> Math.pow(split.getAmplitudeUncertaintySeconds(), -2))
                    .sum();
            double mean = parts.stream()
                            .mapToDouble(split ->
                                    split.getAmplitudeSeconds() * Math.pow(split.getAmplitudeUncertaintySeconds(), -2))
                            .sum()
                    / weight;
            assertThat(mean * Math.sqrt(weight)).isCloseTo(evidence.getLocalSignificance(), within(1e-9));
        }
        assertThat(evidence.getRejectedCandidates()).isEmpty();
    }

    @Test
    void shouldRejectALineThatOnlyOneBackEndSees() {
        send(recorded(frames(20, 2 * LINE_SECONDS), "WIDE", "L", "9y"));
        send(recorded(others(20, 0), "OTHER", "L", "9y"));

        PulsarEvidence evidence = evidence();
        assertThat(evidence.getRejectedCandidates()).isNotEmpty().allSatisfy(rejected -> assertThat(reasons(rejected))
                .contains("back-ends-disagree"));
        assertThat(evidence.getGlobalSignificance()).isLessThan(5);
    }

    @Test
    void shouldRejectALineThatOneFrameMakes() {
        send(recorded(frames(20, 0), "WIDE", "L", "9y"));
        send(recorded(others(1, 100e-6), "WIDE", "L", "9y"));

        assertThat(evidence().getRejectedCandidates())
                .filteredOn(rejected -> rejected.getAmplitudeSeconds() > 0)
                .isNotEmpty()
                .allSatisfy(rejected -> assertThat(reasons(rejected)).contains("single-frame"));
        assertThat(driver.read(Topics.ALERT_CANDIDATE)).isEmpty();
    }

    @Test
    void shouldLeaveNoTraceOfGhostsWhenCorrectionsRemoveThemInAnyOrder() {
        List<PulsarToaFrame> clean = recorded(frames(12, LINE_SECONDS), "GUPPI", "Rcvr1_2", "12y");
        List<PulsarToaFrame> revised = new ArrayList<>();
        clean.forEach(frame -> revised.add(PulsarData.revised(frame, 2, frame)));
        send(revised);
        PulsarEvidence once = evidence();
        close();
        open();
        List<PulsarToaFrame> shuffled = new ArrayList<>(recorded(others(12, 1e-6), "GUPPI", "Rcvr1_2", "9y"));
        for (int i = 0; i < shuffled.size(); i++) {
            shuffled.set(i, PulsarData.revised(clean.get(i), 1, shuffled.get(i)));
        }
        Collections.shuffle(shuffled, new Random(SEED));
        send(shuffled.subList(0, 7));
        Collections.shuffle(revised, new Random(SEED));
        send(revised);
        send(shuffled.subList(7, 12));

        assertThat(evidence()).isEqualTo(once);
    }

    private PulsarEvidence evidence() {
        List<TestRecord<String, PulsarEvidence>> all = driver.read(Topics.PULSAR_EVIDENCE);
        return all.get(all.size() - 1).value();
    }

    private void send(List<PulsarToaFrame> frames) {
        frames.forEach(frame -> driver.send(Topics.PULSAR_TOA_FRAME, PULSAR, frame));
    }

    private static List<PulsarToaFrame> frames(int count, double lineSeconds) {
        return PulsarData.frames(PULSAR, count, lineSeconds, SEED);
    }

    /** Frames of other observations. */
    private static List<PulsarToaFrame> others(int count, double lineSeconds) {
        return PulsarData.frames(PULSAR, count, lineSeconds, SEED + 1).stream()
                .map(frame -> PulsarToaFrame.newBuilder(frame)
                        .setFrameId("other " + frame.getFrameId())
                        .build())
                .toList();
    }

    private static List<PulsarToaFrame> recorded(
            List<PulsarToaFrame> frames, String backend, String receiver, String processing) {
        return frames.stream()
                .map(frame -> PulsarToaFrame.newBuilder(frame)
                        .setBackend(backend)
                        .setReceiver(receiver)
                        .setFlags(List.of(new ToaFlag("proc", processing)))
                        .build())
                .toList();
    }

    private static List<String> reasons(RejectedCandidate rejected) {
        return rejected.getRejections().stream().map(Rejection::getReason).toList();
    }
}
