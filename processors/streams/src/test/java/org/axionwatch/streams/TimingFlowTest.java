package org.axionwatch.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.apache.kafka.streams.test.TestRecord;
import org.axionwatch.records.pulsar.AchromaticPart;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.records.pulsar.RedNoise;
import org.axionwatch.records.pulsar.TimingChannel;
import org.axionwatch.records.pulsar.TimingJump;
import org.axionwatch.records.pulsar.TimingResidual;
import org.axionwatch.records.pulsar.TimingSolution;
import org.axionwatch.records.pulsar.TimingTerm;
import org.axionwatch.records.pulsar.ToaChannel;
import org.axionwatch.streams.runtime.StepAccount;
import org.axionwatch.topics.catalog.Topics;
import org.axionwatch.topics.ingest.Archive;
import org.axionwatch.topics.ingest.ArchiveItem;
import org.axionwatch.topics.ingest.ArchiveReader;
import org.axionwatch.topics.ingest.ArchiveRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimingFlowTest {

    private static final String PULSAR = PulsarData.PULSAR;
    private static final long SEED = 20261121;
    private static final String CAMPAIGN = "FAKE1933";

    @TempDir
    Path stateFolder;

    private TopologyDriver driver;

    @BeforeEach
    void open() {
        driver = new TopologyDriver("TimingFlowTest", stateFolder);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fake1933_null", "fake1933_bump"})
    void shouldReachTheBatchSolutionOfPintWithTheLastFrame(String name) throws IOException {
        JsonNode pint = new ObjectMapper().readTree(Files.readString(simulated(name + ".fit.json")));
        send(campaign(name));

        TimingSolution solution = lastSolution();
        assertThat(driver.timing().solution(CAMPAIGN)).contains(solution);
        assertThat(solution.getFrames()).isEqualTo(60);
        assertThat(solution.getToas()).isEqualTo(3840);
        double chiSquared = pint.path("chi2").asDouble();
        assertThat(solution.getChiSquared()).isCloseTo(chiSquared, within(1e-6 * chiSquared));
        for (String parameter : List.of("F0", "F1", "DM", "DM1", "FD1", "FD2", "FD3")) {
            double expected = pint.path("params").path(parameter).path("unc").asDouble();
            assertThat(term(solution, parameter).getUncertainty()).isCloseTo(expected, within(1e-3 * expected));
        }
        assertThat(solution.getTerms()).allMatch(TimingTerm::getDetermined);
        assertThat(solution.getRedNoiseSpanSeconds())
                .isCloseTo(pint.path("tspan_s").asDouble(), within(1e-3));
        assertThat(scatterSeconds(pintColumn(name, 6), TimingChannel::getWhitenedSeconds))
                .isLessThan(1e-9);
        assertThat(scatterSeconds(pintColumn(name, 5), TimingChannel::getRedNoiseSeconds))
                .isLessThan(1e-9);
        assertBalance();
    }

    @Test
    void shouldEmitTheResidualsOfEachFrameUnderTheSolutionSoFar() {
        List<PulsarToaFrame> frames = frames(3);
        sendEphemeris(ephemeris(1));
        frames.forEach(this::sendFrame);

        List<TestRecord<String, TimingResidual>> residuals = driver.read(Topics.PULSAR_TIMING_RESIDUAL);
        assertThat(residuals).hasSize(3);
        for (int i = 0; i < 3; i++) {
            TimingResidual residual = residuals.get(i).value();
            assertThat(residuals.get(i).key()).isEqualTo(PULSAR);
            assertThat(residual.getFrameId()).isEqualTo(frames.get(i).getFrameId());
            assertThat(residual.getFramesInSolution()).isEqualTo(i + 1);
            assertThat(residual.getAchromatic()).isEqualTo(AchromaticPart.ABSOLUTE);
            assertThat(residual.getChannels())
                    .extracting(TimingChannel::getToaIndex)
                    .isEqualTo(frames.get(i).getChannels().stream()
                            .map(ToaChannel::getToaIndex)
                            .toList());
        }
        assertThat(driver.read(Topics.PULSAR_TIMING_SOLUTION)).hasSize(3);
        assertThat(account().out()).isEqualTo(3);
        assertThat(driver.accounts().things().get("timing-toas").out()).isEqualTo(3 * 64);
        assertBalance();
    }

    /** Of a constant alone, the solution is the weighted mean and its error. */
    @Test
    void shouldTimeFramesThatAreTooShortForTheResidualStep() {
        PulsarToaFrame frame = PulsarData.shortened(frames(1).get(0), 4);
        double mean = frame.getChannels().stream()
                .mapToDouble(ToaChannel::getDelaySeconds)
                .average()
                .orElseThrow();
        sendEphemeris(PulsarData.ephemeris(PULSAR));
        sendFrame(frame);

        TimingSolution solution = lastSolution();
        assertThat(solution.getTerms()).extracting(TimingTerm::getName).containsExactly("OFFSET");
        assertThat(solution.getTerms().get(0).getCorrection()).isCloseTo(mean, within(1e-15));
        assertThat(solution.getTerms().get(0).getUncertainty()).isCloseTo(PulsarData.SIGMA_SECONDS / 2, within(1e-15));
        assertThat(solution.getDegreesOfFreedom()).isEqualTo(3);
        assertThat(account().out()).isEqualTo(1);
        assertThat(driver.read(Topics.PULSAR_AXION_RESIDUAL)).isEmpty();
        assertBalance();
    }

    @Test
    void shouldKeepTheSameBytesWhateverTheOrderOfFramesAndEphemerides() {
        List<PulsarToaFrame> frames = new ArrayList<>(frames(12));
        sendEphemeris(ephemeris(2));
        frames.forEach(this::sendFrame);
        byte[] inOrder = driver.timingSums(PULSAR);
        TimingSolution solution = lastSolution();
        restart();

        Collections.shuffle(frames, new Random(SEED));
        frames.subList(0, 3).forEach(this::sendFrame);
        sendEphemeris(PulsarEphemeris.newBuilder(ephemeris(1))
                .setDispersionMeasurePcPerCm3(11)
                .build());
        frames.subList(3, 7).forEach(this::sendFrame);
        sendEphemeris(ephemeris(2));
        frames.subList(7, 12).forEach(this::sendFrame);
        sendEphemeris(ephemeris(1));

        assertThat(driver.timingSums(PULSAR)).isEqualTo(inOrder);
        assertThat(lastSolution()).isEqualTo(solution);
        assertBalance();
    }

    @Test
    void shouldKeepTheSameBytesWhenFramesAreCorrectedLateOrDuplicate() {
        List<PulsarToaFrame> frames = frames(6);
        PulsarToaFrame wrong = frames(9).get(8);
        sendEphemeris(ephemeris(1));
        frames.forEach(frame -> sendFrame(PulsarData.revised(frame, 2, frame)));
        byte[] inOrderAndOnce = driver.timingSums(PULSAR);
        restart();

        sendFrame(PulsarData.revised(frames.get(5), 1, wrong));
        sendFrame(PulsarData.revised(frames.get(5), 2, frames.get(5)));
        sendEphemeris(ephemeris(1));
        sendFrame(PulsarData.revised(frames.get(0), 1, wrong));
        frames.forEach(frame -> sendFrame(PulsarData.revised(frame, 2, frame)));
        sendFrame(PulsarData.revised(frames.get(1), 1, wrong));

        assertThat(driver.timingSums(PULSAR)).isEqualTo(inOrderAndOnce);
        assertThat(account().late()).isEqualTo(1);
        assertThat(account().duplicate()).isEqualTo(1);
        assertThat(account().skipped()).containsOnly(Map.entry("superseded-while-waiting", 1L));
        assertBalance();
    }

    @Test
    void shouldTakeAFrameOutWhenItsNewestVersionIsUnusable() {
        List<PulsarToaFrame> frames = frames(4);
        PulsarToaFrame broken = frames(5).get(4);
        broken.getChannels().get(3).setFrequencyMHz(Double.NaN);
        sendEphemeris(ephemeris(1));
        frames.subList(1, 4).forEach(this::sendFrame);
        byte[] without = driver.timingSums(PULSAR);
        TimingSolution solution = lastSolution();
        sendFrame(frames.get(0));
        assertThat(driver.timingSums(PULSAR)).isNotEqualTo(without);

        sendFrame(PulsarData.revised(frames.get(0), 2, broken));
        sendFrame(PulsarData.revised(frames.get(0), 1, frames.get(0)));

        assertThat(driver.timingSums(PULSAR)).isEqualTo(without);
        assertThat(lastSolution()).isEqualTo(solution);
        assertThat(account().skipped()).containsOnly(Map.entry("invalid-frequency", 1L));
        assertBalance();
    }

    @Test
    void shouldEmitWaitingFramesAtTheirOwnTimeWhenTheEphemerisComes() {
        frames(3).forEach(this::sendFrame);
        assertThat(account().skipped()).containsOnly(Map.entry("waiting-for-ephemeris", 3L));
        assertThat(driver.timing().pulsars()).isEmpty();

        sendEphemeris(ephemeris(1));

        List<TestRecord<String, TimingResidual>> residuals = driver.read(Topics.PULSAR_TIMING_RESIDUAL);
        assertThat(residuals)
                .extracting(residual -> residual.value().getFramesInSolution())
                .containsOnly(3L);
        assertThat(residuals)
                .extracting(TestRecord::getRecordTime)
                .extracting(Object::toString)
                .containsExactly("2005-01-01T00:01:00Z", "2005-01-01T00:02:00Z", "2005-01-01T00:03:00Z");
        assertThat(driver.read(Topics.PULSAR_TIMING_SOLUTION)).hasSize(1);
        assertThat(account().skipped()).isEmpty();
        assertBalance();
    }

    @Test
    void shouldNameTermsThatAreHeldFixed() {
        sendEphemeris(PulsarEphemeris.newBuilder(ephemeris(1))
                .setFittedTerms(List.of("RAJ", "F0", "DM"))
                .setTimeSpanSeconds(null)
                .build());
        frames(3).forEach(this::sendFrame);

        TimingSolution solution = lastSolution();
        assertThat(solution.getHeldFixed()).containsExactly("RAJ", "TNREDAMP");
        assertThat(solution.getRedNoiseSpanSeconds()).isNull();
        assertThat(solution.getTerms()).extracting(TimingTerm::getName).containsExactly("OFFSET", "F0", "DM");
    }

    @Test
    void shouldDeadLetterAnEphemerisOnceWhenItCannotBeUsed() {
        sendEphemeris(PulsarEphemeris.newBuilder(ephemeris(1))
                .setJumps(List.of(new TimingJump("JUMP1", "mjd", "55000", 1e-6)))
                .build());
        driver.sendBytes(Topics.PULSAR_TOA_FRAME, PULSAR, new byte[] {0, 0, 0, 0, 99, 1});
        assertThat(driver.deadLetters()).hasSize(2);
        assertThat(account().skipped()).containsOnly(Map.entry("dead-lettered-by-residual", 1L));

        sendEphemeris(ephemeris(1));
        frames(2).forEach(this::sendFrame);
        assertThat(account().out()).isEqualTo(2);
        assertBalance();
    }

    @Test
    void shouldAnswerNothingAboutAnUnknownPulsar() {
        sendEphemeris(ephemeris(1));
        frames(2).forEach(this::sendFrame);

        assertThat(driver.timing().pulsars()).containsExactly(PULSAR);
        assertThat(driver.timing().solution("J9999+9999")).isEmpty();
        assertThat(driver.timing().residuals("J9999+9999", residual -> {})).isFalse();
    }

    private static PulsarEphemeris ephemeris(int version) {
        return PulsarEphemeris.newBuilder(PulsarData.ephemeris(PULSAR))
                .setVersion(version)
                .setFittedTerms(List.of("F0", "DM"))
                .setRedNoise(new RedNoise(-12.0, 3.0, 3))
                .setTimeSpanSeconds(12 * 86_400.0)
                .build();
    }

    private static List<PulsarToaFrame> frames(int count) {
        return PulsarData.frames(PULSAR, count, 0, SEED);
    }

    private void sendEphemeris(PulsarEphemeris ephemeris) {
        driver.send(Topics.PULSAR_EPHEMERIS, PULSAR, ephemeris);
    }

    private void sendFrame(PulsarToaFrame frame) {
        driver.send(Topics.PULSAR_TOA_FRAME, PULSAR, frame);
    }

    private void send(Archive archive) {
        for (ArchiveRecord record : archive.definitions()) {
            driver.send(Topics.PULSAR_EPHEMERIS, record.key(), (PulsarEphemeris) record.value());
        }
        for (ArchiveRecord record : archive.data()) {
            driver.send(Topics.PULSAR_TOA_FRAME, record.key(), (PulsarToaFrame) record.value());
        }
    }

    private void restart() {
        close();
        open();
    }

    private TimingSolution lastSolution() {
        List<TestRecord<String, TimingSolution>> all = driver.read(Topics.PULSAR_TIMING_SOLUTION);
        return all.get(all.size() - 1).value();
    }

    private static TimingTerm term(TimingSolution solution, String name) {
        return solution.getTerms().stream()
                .filter(term -> term.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private StepAccount account() {
        return driver.accounts().steps().get("timing");
    }

    private void assertBalance() {
        assertThat(driver.accounts().balance()).as("%s", driver.accounts()).isTrue();
    }

    /** Scatter of the difference between the queried residuals and a column of PINT, about its mean. */
    private double scatterSeconds(List<Double> expected, Function<TimingChannel, Double> column) {
        Map<Integer, Double> found = new HashMap<>();
        driver.timing().residuals(CAMPAIGN, residual -> residual.getChannels()
                .forEach(channel -> found.put(channel.getToaIndex(), column.apply(channel))));
        assertThat(found).hasSameSizeAs(expected);
        double mean = 0;
        for (int i = 0; i < expected.size(); i++) {
            mean += (found.get(i) - expected.get(i)) / expected.size();
        }
        double variance = 0;
        for (int i = 0; i < expected.size(); i++) {
            variance += Math.pow(found.get(i) - expected.get(i) - mean, 2) / expected.size();
        }
        return Math.sqrt(variance);
    }

    private static List<Double> pintColumn(String name, int column) throws IOException {
        return Files.readAllLines(simulated(name + ".resid.csv")).stream()
                .skip(1)
                .map(line -> Double.parseDouble(line.split(",")[column]))
                .toList();
    }

    private static Archive campaign(String name) {
        return new ArchiveReader(false, 500)
                .read(new ArchiveItem.Pulsar(simulated("fake1933.par"), simulated(name + ".tim")));
    }

    private static Path simulated(String file) {
        Path path = Path.of(System.getProperty("axionwatch.root"), "../shared/data/pulsar/simulated", file)
                .normalize();
        assumeTrue(Files.exists(path), "no " + path);
        return path;
    }
}
