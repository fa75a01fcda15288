package org.axionwatch.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.streams.test.TestRecord;
import org.axionwatch.records.alert.CandidateAlert;
import org.axionwatch.records.alert.NoticeType;
import org.axionwatch.records.alert.Tense;
import org.axionwatch.records.axion.AxionLimit;
import org.axionwatch.records.pulsar.AxionResidual;
import org.axionwatch.records.pulsar.PulsarEvidence;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.streams.runtime.StepAccount;
import org.axionwatch.streams.step.DeadLetters;
import org.axionwatch.topics.catalog.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PulsarFlowTest {

    private static final String PULSAR = PulsarData.PULSAR;
    private static final long SEED = 20261121;

    @TempDir
    Path stateFolder;

    private TopologyDriver driver;

    @BeforeEach
    void open() {
        driver = new TopologyDriver("PulsarFlowTest", stateFolder);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldEmitOneResidualAChannelWhenFrameFollowsEphemeris() {
        PulsarToaFrame frame = frames(1, 0).get(0);
        sendEphemeris();
        sendFrame(frame);

        List<TestRecord<String, AxionResidual>> residuals = driver.read(Topics.PULSAR_AXION_RESIDUAL);
        assertThat(residuals).hasSize(1);
        AxionResidual residual = residuals.get(0).value();
        assertThat(residuals.get(0).key()).isEqualTo(PULSAR);
        assertThat(residual.getFrameId()).isEqualTo(frame.getFrameId());
        assertThat(residual.getChannels()).hasSize(64);
        assertThat(residual.getDegreesOfFreedom()).isEqualTo(62);
        assertThat(residual.getChiSquared()).isBetween(62 - 5 * Math.sqrt(124), 62 + 5 * Math.sqrt(124));
        assertThat(driver.output(Topics.PULSAR_AXION_RESIDUAL).isEmpty()).isTrue();
    }

    @Test
    void shouldEmitResidualWithRecordTimeOfFrameWhenEphemerisArrivesLate() {
        sendFrame(frames(1, 0).get(0));
        assertThat(driver.read(Topics.PULSAR_AXION_RESIDUAL)).isEmpty();
        assertThat(account("residual").skipped()).containsOnly(entry("waiting-for-ephemeris", 1));
        assertBalance();

        sendEphemeris();

        List<TestRecord<String, AxionResidual>> residuals = driver.read(Topics.PULSAR_AXION_RESIDUAL);
        assertThat(residuals).hasSize(1);
        assertThat(residuals.get(0).getRecordTime()).isEqualTo("2005-01-01T00:01:00Z");
        assertThat(account("residual").skipped()).isEmpty();
        assertThat(account("residual").out()).isEqualTo(1);
        assertBalance();
    }

    @Test
    void shouldEmitNothingWhenFrameIsDuplicate() {
        PulsarToaFrame frame = frames(1, 0).get(0);
        sendEphemeris();
        sendFrame(frame);
        sendFrame(frame);

        assertThat(driver.read(Topics.PULSAR_AXION_RESIDUAL)).hasSize(1);
        assertThat(account("residual").duplicate()).isEqualTo(1);
        assertThat(driver.accounts().things().get("toas").duplicate()).isEqualTo(64);
        assertBalance();
    }

    @Test
    void shouldSkipByNameWhenFrameIsShort() {
        sendEphemeris();
        sendFrame(PulsarData.shortened(frames(1, 0).get(0), 7));

        assertThat(driver.read(Topics.PULSAR_AXION_RESIDUAL)).isEmpty();
        assertThat(account("residual").skipped()).containsOnly(entry("too-few-toas", 1));
        assertThat(driver.accounts().things().get("toas").skipped()).containsOnly(entry("too-few-toas", 7));
        assertBalance();
    }

    @Test
    void shouldSkipByReasonOfPhysicsWhenFrequencyIsNotANumber() {
        PulsarToaFrame frame = frames(1, 0).get(0);
        frame.getChannels().get(3).setFrequencyMHz(Double.NaN);
        sendEphemeris();
        sendFrame(frame);

        assertThat(driver.read(Topics.PULSAR_AXION_RESIDUAL)).isEmpty();
        assertThat(account("residual").skipped()).containsOnly(entry("invalid-frequency", 1));
        assertBalance();
    }

    @Test
    void shouldLeaveTheEvidenceOfTheCorrectedFrameAloneWhenCorrectionReplacesIt() {
        List<PulsarToaFrame> frames = frames(3, 0);
        PulsarToaFrame wrong =
                PulsarData.revised(frames.get(1), 1, frames(9, 5e-6).get(8));
        sendEphemeris();
        sendFrame(frames.get(0));
        sendFrame(wrong);
        sendFrame(frames.get(2));
        sendFrame(PulsarData.revised(frames.get(1), 2, frames.get(1)));
        sendFrame(wrong);

        PulsarEvidence corrected = lastEvidence(driver);
        assertThat(account("residual").late()).isEqualTo(1);
        assertBalance();
        close();
        open();
        sendEphemeris();
        frames.forEach(this::sendFrame);
        assertThat(lastEvidence(driver)).isEqualTo(corrected);
    }

    @Test
    void shouldGiveIdenticalEvidenceWhateverTheOrderOfFrames() {
        List<PulsarToaFrame> frames = new ArrayList<>(frames(12, 1e-6));
        sendEphemeris();
        frames.forEach(this::sendFrame);
        byte[] inOrder = lastEvidenceBytes();
        close();
        open();
        Collections.shuffle(frames, new Random(SEED));
        frames.subList(0, 6).forEach(this::sendFrame);
        sendEphemeris();
        frames.subList(6, 12).forEach(this::sendFrame);

        assertThat(lastEvidenceBytes()).isEqualTo(inOrder);
    }

    @Test
    void shouldRaiseOneCandidateAtTheLineWhenFramesHoldOne() {
        sendEphemeris();
        frames(20, 3e-6).forEach(this::sendFrame);

        List<CandidateAlert> notices = notices();
        assertThat(notices).isNotEmpty();
        assertThat(notices.get(0).getType()).isEqualTo(NoticeType.INITIAL);
        assertThat(notices.subList(1, notices.size()))
                .allSatisfy(notice -> assertThat(notice.getType()).isEqualTo(NoticeType.UPDATE));
        assertThat(notices)
                .extracting(CandidateAlert::getAlertId)
                .containsOnly(notices.get(0).getAlertId());
        CandidateAlert last = notices.get(notices.size() - 1);
        assertThat(last.getTense()).isEqualTo(Tense.ARCHIVAL);
        assertThat(last.getRevision()).isEqualTo(notices.size());
        assertThat(last.getResonanceFrequencyMHz()).isCloseTo(PulsarData.RESONANCE_MHZ, within(5.0));
        assertThat(last.getAmplitude()).isCloseTo(3e-6, within(3 * last.getAmplitudeUncertainty()));
        assertBalance();
    }

    @Test
    void shouldRetractTheCandidateWhenCorrectionsRemoveTheLine() {
        List<PulsarToaFrame> withLine = frames(20, 6e-6);
        List<PulsarToaFrame> without = frames(20, 0);
        sendEphemeris();
        withLine.forEach(this::sendFrame);
        assertThat(notices()).isNotEmpty();
        for (int i = 0; i < 20; i++) {
            sendFrame(PulsarData.revised(withLine.get(i), 2, without.get(i)));
        }

        List<CandidateAlert> notices = notices();
        assertThat(notices.get(notices.size() - 1).getType()).isEqualTo(NoticeType.RETRACTION);
        assertBalance();
    }

    @Test
    void shouldStaySilentWhenFramesHoldNoise() {
        sendEphemeris();
        frames(20, 0).forEach(this::sendFrame);

        assertThat(notices()).isEmpty();
        assertThat(account("alert-pulsar").skipped()).containsOnly(entry("no-notice-due", 20));
        assertBalance();
    }

    @Test
    void shouldSendUndecodableBytesToTheDeadLettersAndGoOn() {
        byte[] garbage = "not Avro".getBytes(StandardCharsets.UTF_8);
        sendEphemeris();
        driver.sendBytes(Topics.PULSAR_TOA_FRAME, PULSAR, garbage);
        sendFrame(frames(1, 0).get(0));

        List<TestRecord<byte[], byte[]>> letters = driver.deadLetters();
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).value()).isEqualTo(garbage);
        assertThat(header(letters.get(0), DeadLetters.REASON)).isEqualTo("undecodable");
        assertThat(header(letters.get(0), DeadLetters.TOPIC)).isEqualTo("pulsar.toa-frame.v1");
        assertThat(driver.read(Topics.PULSAR_AXION_RESIDUAL)).hasSize(1);
        assertThat(account("residual").deadLettered()).isEqualTo(1);
        assertBalance();
    }

    @Test
    void shouldLimitTheCouplingByEveryPulsarThatContributes() {
        driver.send(Topics.PULSAR_EPHEMERIS, "J0001+0001", PulsarData.ephemeris("J0001+0001"));
        sendEphemeris();
        frames(3, 0).forEach(this::sendFrame);
        AxionLimit alone = lastLimit();
        PulsarData.frames("J0001+0001", 3, 0, SEED + 1)
                .forEach(frame -> driver.send(Topics.PULSAR_TOA_FRAME, "J0001+0001", frame));
        AxionLimit joint = lastLimit();

        assertThat(alone.getContributors()).containsExactly(PULSAR);
        assertThat(joint.getContributors()).containsExactly(PULSAR, "J0001+0001");
        assertThat(joint.getPoints()).hasSameSizeAs(alone.getPoints());
        assertThat(joint.getPoints())
                .allSatisfy(
                        point -> assertThat(point.getCoupling()).isPositive().isFinite());
        assertBalance();
    }

    @Test
    void shouldSendUndecodableEphemerisToTheDeadLettersAndGoOn() {
        driver.sendBytes(Topics.PULSAR_EPHEMERIS, PULSAR, new byte[] {0, 0, 0, 0, 99, 1});
        sendEphemeris();
        sendFrame(frames(1, 0).get(0));

        assertThat(driver.deadLetters()).hasSize(1);
        assertThat(driver.read(Topics.PULSAR_AXION_RESIDUAL)).hasSize(1);
    }

    @Test
    void shouldNameTheMismatchWhenKeyIsNotThePulsar() {
        driver.send(Topics.PULSAR_TOA_FRAME, "J9999+9999", frames(1, 0).get(0));

        assertThat(header(driver.deadLetters().get(0), DeadLetters.REASON)).isEqualTo("key-mismatch");
        assertBalance();
    }

    private void sendEphemeris() {
        driver.send(Topics.PULSAR_EPHEMERIS, PULSAR, PulsarData.ephemeris(PULSAR));
    }

    private void sendFrame(PulsarToaFrame frame) {
        driver.send(Topics.PULSAR_TOA_FRAME, PULSAR, frame);
    }

    private static List<PulsarToaFrame> frames(int count, double lineSeconds) {
        return PulsarData.frames(PULSAR, count, lineSeconds, SEED);
    }

    private List<CandidateAlert> notices() {
        return driver.read(Topics.ALERT_CANDIDATE).stream()
                .map(TestRecord::value)
                .toList();
    }

    private AxionLimit lastLimit() {
        List<TestRecord<String, AxionLimit>> all = driver.read(Topics.AXION_LIMIT);
        return all.get(all.size() - 1).value();
    }

    private static PulsarEvidence lastEvidence(TopologyDriver driver) {
        List<TestRecord<String, PulsarEvidence>> all = driver.read(Topics.PULSAR_EVIDENCE);
        return all.get(all.size() - 1).value();
    }

    private byte[] lastEvidenceBytes() {
        try {
            return lastEvidence(driver).toByteBuffer().array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StepAccount account(String step) {
        return driver.accounts().steps().get(step);
    }

    private void assertBalance() {
        assertThat(driver.accounts().balance()).as("%s", driver.accounts()).isTrue();
    }

    private static String header(TestRecord<byte[], byte[]> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static Map.Entry<String, Long> entry(String reason, long count) {
        return Map.entry(reason, count);
    }
}
