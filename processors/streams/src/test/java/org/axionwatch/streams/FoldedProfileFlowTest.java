package org.axionwatch.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.axionwatch.physics.axion.ResonanceTemplate;
import org.axionwatch.physics.simulation.BarycentricPulses;
import org.axionwatch.physics.simulation.InjectedResonance;
import org.axionwatch.physics.simulation.ObservationSimulator;
import org.axionwatch.physics.simulation.ObservingPlan;
import org.axionwatch.physics.simulation.PulsedEmission;
import org.axionwatch.physics.simulation.RadioTelescope;
import org.axionwatch.physics.simulation.SimulatedObservation;
import org.axionwatch.physics.simulation.SimulatedPulsar;
import org.axionwatch.physics.simulation.TiledBand;
import org.axionwatch.records.TrustedRecords;
import org.axionwatch.records.pulsar.FoldedChannel;
import org.axionwatch.records.pulsar.FoldedProfileFrame;
import org.axionwatch.records.pulsar.PositionFrame;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarEvidence;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.records.pulsar.PulseTemplate;
import org.axionwatch.records.pulsar.TimeScale;
import org.axionwatch.records.pulsar.ToaChannel;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.streams.runtime.StepAccount;
import org.axionwatch.topics.catalog.Topics;
import org.axionwatch.topics.ingest.DigitisedProfile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Folded profiles of the simulator (seed 5) through the whole topology; the truth is the simulator's. */
class FoldedProfileFlowTest {

    private static final String PULSAR = "SIM-J0001+0001";
    private static final long SEED = 5;
    private static final int BINS = 128;
    private static final double PERIOD_SECONDS = 1 / 250.0;
    private static final double RESONANCE_MHZ = 1452;
    private static final int FIRST_MJD = 58_000;
    private static final TiledBand BAND = new TiledBand(1300, 50, 6, 16);

    @TempDir
    private Path stateFolder;

    private TopologyDriver driver;

    @BeforeEach
    void startDriver(TestInfo test) {
        TrustedRecords.trust();
        driver = new TopologyDriver(
                "FoldedProfileFlowTest-" + test.getTestMethod().orElseThrow().getName(), stateFolder);
    }

    @AfterEach
    void stopDriver() {
        driver.close();
    }

    @Test
    void shouldTurnProfilesIntoArrivalTimesThatScatterByTheirUncertainty() {
        ObservationSimulator simulator = simulator(null, 4);
        for (int epoch = 0; epoch < 4; epoch++) {
            send(frame(simulator, epoch));
        }

        List<PulsarToaFrame> frames = toaFrames();
        assertThat(frames).hasSize(4);
        SummaryStatistics pulls = new SummaryStatistics();
        for (int epoch = 0; epoch < 4; epoch++) {
            var truth = simulator.observe(epoch).subIntegrations().get(0);
            for (ToaChannel toa : frames.get(epoch).getChannels()) {
                double seconds = (toa.getTime().getDay()
                                - truth.centre().day()
                                + (toa.getTime().getFraction() - truth.centre().fraction()))
                        * 86_400;
                double error = Math.IEEEremainder(seconds - truth.arrivalSeconds()[toa.getToaIndex()], PERIOD_SECONDS);
                pulls.addValue(error / toa.getUncertaintySeconds());
            }
        }
        assertThat(pulls.getN()).isEqualTo(4 * BAND.channels());
        assertThat(pulls.getStandardDeviation()).isCloseTo(1, within(4 / Math.sqrt(2.0 * pulls.getN())));
        assertThat(pulls.getMean()).isCloseTo(0, within(4 / Math.sqrt(pulls.getN())));
    }

    @Test
    void shouldStackTheInjectedResonanceWhenTheStreamMakesTheArrivalTimes() {
        int epochs = 16;
        var resonance = new InjectedResonance(RESONANCE_MHZ, 2, ResonanceTemplate.DEFAULT);
        ObservationSimulator simulator = simulator(resonance, epochs);
        driver.send(Topics.PULSAR_EPHEMERIS, PULSAR, ephemeris());
        for (int epoch = 0; epoch < epochs; epoch++) {
            send(frame(simulator, epoch));
        }

        List<PulsarEvidence> evidence = driver.read(Topics.PULSAR_EVIDENCE).stream()
                .map(record -> record.value())
                .toList();
        PulsarEvidence last = evidence.get(evidence.size() - 1);
        assertThat(last.getBestResonanceFrequencyMHz()).isCloseTo(RESONANCE_MHZ, within(3.0));
        assertThat(last.getBestAmplitudeSeconds())
                .isCloseTo(
                        simulator.resonanceAmplitudeSeconds(), within(4 * last.getBestAmplitudeUncertaintySeconds()));
        assertThat(driver.accounts().balance()).isTrue();
    }

    @Test
    void shouldCountEveryChannelOnceAndDuplicatesApart() {
        ObservationSimulator simulator = simulator(null, 2);
        FoldedProfileFrame whole = frame(simulator, 0);
        List<FoldedChannel> channels = new ArrayList<>(whole.getChannels());
        channels.set(3, new FoldedChannel(channels.get(3).getFrequencyMHz(), 0.0, 1.0, 0.0, samples(BINS)));
        channels.set(4, new FoldedChannel(channels.get(4).getFrequencyMHz(), 1.0, 1.0, 0.0, samples(BINS)));
        FoldedProfileFrame damaged =
                FoldedProfileFrame.newBuilder(whole).setChannels(channels).build();

        send(damaged);
        send(damaged);
        send(FoldedProfileFrame.newBuilder(whole).setVersion(2).build());
        send(damaged);

        assertThat(toaFrames()).extracting(PulsarToaFrame::getVersion).containsExactly(1, 2);
        StepAccount step = driver.accounts().steps().get("toa");
        assertThat(step.in()).isEqualTo(4);
        assertThat(step.out()).isEqualTo(2);
        assertThat(step.duplicate()).isEqualTo(1);
        assertThat(step.late()).isEqualTo(1);
        StepAccount account = driver.accounts().things().get("channels");
        assertThat(account.in()).isEqualTo(4L * BAND.channels());
        assertThat(account.out()).isEqualTo(2L * BAND.channels() - 2);
        assertThat(account.skipped()).containsEntry("zero-weight", 1L).containsEntry("flat-profile", 1L);
        assertThat(driver.accounts().balance()).isTrue();
    }

    @Test
    void shouldDeadLetterWhatIsImpossibleAndSkipWhatIsTooFaint() {
        ObservationSimulator simulator = simulator(null, 2);
        FoldedProfileFrame whole = frame(simulator, 0);
        send(altered(whole, "a").setPeriodSeconds(Double.NaN).build());
        send(altered(whole, "b").setBins(BINS / 2).build());
        send(altered(whole, "c")
                .setTemplate(new PulseTemplate("flat", null, List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0)))
                .build());
        send(altered(whole, "d")
                .setTemplate(new PulseTemplate("wide", 0.9, List.of()))
                .build());
        send(altered(whole, "e")
                .setChannels(List.of(new FoldedChannel(1400.0, 1.0, 1.0, 0.0, samples(BINS))))
                .build());

        assertThat(toaFrames()).isEmpty();
        assertThat(driver.deadLetters()).hasSize(4);
        StepAccount step = driver.accounts().steps().get("toa");
        assertThat(step.deadLettered()).isEqualTo(4);
        assertThat(step.skipped()).containsEntry("no-arrival-time", 1L);
        assertThat(driver.accounts().balance()).isTrue();
    }

    @Test
    void shouldMatchAGaussianThatTheRecordStates() {
        FoldedProfileFrame whole = frame(simulator(null, 1), 0);
        send(altered(whole, "gaussian")
                .setTemplate(new PulseTemplate("gaussian", 0.1, List.of()))
                .build());

        assertThat(toaFrames()).singleElement().satisfies(frame -> assertThat(frame.getChannels())
                .hasSize(BAND.channels()));
    }

    private static FoldedProfileFrame.Builder altered(FoldedProfileFrame frame, String id) {
        return FoldedProfileFrame.newBuilder(frame).setProfileId(id);
    }

    private void send(FoldedProfileFrame frame) {
        driver.send(Topics.PULSAR_FOLDED_PROFILE, PULSAR, frame);
    }

    private List<PulsarToaFrame> toaFrames() {
        return driver.read(Topics.PULSAR_TOA_FRAME).stream()
                .map(record -> record.value())
                .toList();
    }

    private static ByteBuffer samples(int bins) {
        return ByteBuffer.allocate(2 * bins);
    }

    private static ObservationSimulator simulator(InjectedResonance resonance, int epochs) {
        var pulsar = new SimulatedPulsar(
                new BarycentricPulses(
                        new BarycentricPulses.Spin(1 / PERIOD_SECONDS, 0, FIRST_MJD),
                        new BarycentricPulses.Medium(10, List.of()),
                        null),
                new PulsedEmission(0.01, 1400, -1.6, 0.1),
                null);
        var setup = new ObservationSimulator.Setup(
                pulsar, RadioTelescope.GREEN_BANK, BAND, new ObservingPlan(FIRST_MJD, epochs, 14, 1, 1800));
        return new ObservationSimulator(setup, resonance, SEED);
    }

    private static FoldedProfileFrame frame(ObservationSimulator simulator, int epoch) {
        SimulatedObservation observation = simulator.observe(epoch);
        double[][] profiles = simulator.profilesJy(observation, BINS).get(0);
        var truth = observation.subIntegrations().get(0);
        List<FoldedChannel> channels = new ArrayList<>();
        for (int i = 0; i < profiles.length; i++) {
            channels.add(DigitisedProfile.of(profiles[i]).channel(BAND.frequenciesMHz()[i], 1));
        }
        return FoldedProfileFrame.newBuilder()
                .setProfileId("profile-" + epoch)
                .setPulsar(PULSAR)
                .setObservation("observation-" + epoch)
                .setFile("observation-" + epoch + ".rf")
                .setObservatory("@")
                .setTimeScale(TimeScale.TDB)
                .setSubIntegration(0)
                .setEpoch(new MjdInstant(truth.centre().day(), truth.centre().fraction()))
                .setPeriodSeconds(truth.periodSeconds())
                .setIntegrationSeconds(1800)
                .setBins(BINS)
                .setTemplate(new PulseTemplate("gaussian", 0.1, List.of()))
                .setChannels(channels)
                .build();
    }

    private static PulsarEphemeris ephemeris() {
        return PulsarEphemeris.newBuilder()
                .setPulsar(PULSAR)
                .setFile(PULSAR + ".par")
                .setPositionFrame(PositionFrame.NONE)
                .setSpinFrequencyHz(1 / PERIOD_SECONDS)
                .setSpinEpoch(new MjdInstant(FIRST_MJD, 0.0))
                .setDispersionMeasurePcPerCm3(10)
                .build();
    }
}
