package org.axionwatch.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.streams.test.TestRecord;
import org.axionwatch.records.alert.CandidateAlert;
import org.axionwatch.records.alert.Tense;
import org.axionwatch.records.axion.AxionLimit;
import org.axionwatch.records.axion.LimitPoint;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.records.xray.MassLikelihood;
import org.axionwatch.records.xray.MassTemplate;
import org.axionwatch.records.xray.RegionShape;
import org.axionwatch.records.xray.SkyRegion;
import org.axionwatch.records.xray.SourceLikelihood;
import org.axionwatch.records.xray.XrayEventBatch;
import org.axionwatch.records.xray.XrayResponse;
import org.axionwatch.records.xray.XraySource;
import org.axionwatch.topics.catalog.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One source with a disc and a nine times larger ring: on/off counting, whose best amplitude is
 * (n_on - n_off/9) / (area flux exposure) in closed form.
 */
class XrayFlowTest {

    private static final String SOURCE = "test-source";
    private static final double AREA_CM2 = 100;
    private static final double FLUX = 1e-3;
    private static final double LIVETIME_SECONDS = 1000;

    @TempDir
    Path stateFolder;

    private TopologyDriver driver;

    @BeforeEach
    void open() {
        driver = new TopologyDriver("XrayFlowTest", stateFolder);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldCountEveryEventOnceWhenSomeLieOutside() {
        sendSource(source(1, 10, ""));
        XrayEventBatch batch = batch(0, 5, 18);
        batch.getEnergiesKeV().add(20f);
        batch.getPositionsX().add(0f);
        batch.getPositionsY().add(0f);
        batch.getEventTimesSeconds().add(1.0);
        send(batch);

        SourceLikelihood likelihood = last();
        assertThat(likelihood.getEvents()).isEqualTo(24);
        assertThat(likelihood.getCounts()).containsExactly(5L, 18L);
        assertThat(likelihood.getOutside()).singleElement().satisfies(outside -> assertThat(outside.getReason())
                .isEqualTo("outside-energy"));
        assertThat(driver.accounts().things().get("events").out()).isEqualTo(23);
        assertThat(driver.accounts().things().get("events").skipped()).containsOnly(Map.entry("outside-energy", 1L));
        assertBalance();
    }

    @Test
    void shouldFindTheClosedFormAmplitudeOfOnOffCounting() {
        sendSource(source(1, 10, ""));
        send(batch(0, 30, 90));
        send(batch(1, 20, 90));

        SourceLikelihood likelihood = last();
        double expected = (50 - 180 / 9.0) / (AREA_CM2 * FLUX * 2 * LIVETIME_SECONDS);
        assertThat(likelihood.getBestAmplitude()).isCloseTo(expected, within(1e-9));
        assertThat(likelihood.getExposureSeconds()).isEqualTo(2 * LIVETIME_SECONDS);
        assertBalance();
    }

    @Test
    void shouldWaitForTheSourceAndItsResponseWhenBatchComesFirst() {
        send(batch(0, 10, 20));
        assertThat(driver.accounts().steps().get("likelihood").skipped())
                .containsOnly(Map.entry("waiting-for-source", 1L));
        sendSource(source(1, 10, "response"));
        assertThat(driver.read(Topics.XRAY_SOURCE_LIKELIHOOD)).isEmpty();
        assertBalance();

        driver.send(
                Topics.XRAY_RESPONSE,
                "response",
                XrayResponse.newBuilder()
                        .setResponseId("response")
                        .setEnergyEdgesKeV(List.of(2.0, 8.0))
                        .setEffectiveAreaCm2(List.of(AREA_CM2))
                        .setRedistribution(List.of(0.5))
                        .build());

        double expected = (10 - 20 / 9.0) / (0.5 * AREA_CM2 * FLUX * LIVETIME_SECONDS);
        assertThat(last().getBestAmplitude()).isCloseTo(expected, within(1e-9));
        assertThat(driver.accounts().steps().get("likelihood").skipped()).isEmpty();
        assertBalance();
    }

    @Test
    void shouldGiveIdenticalLikelihoodWhateverTheOrderOfBatches() throws IOException {
        List<XrayEventBatch> batches = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            XrayEventBatch batch = batch(i, i % 3, 5 + i % 4);
            batch.setLivetimeSeconds(LIVETIME_SECONDS / 7 + 0.1 * i);
            batches.add(batch);
        }
        sendSource(source(1, 10, ""));
        batches.forEach(this::send);
        byte[] inOrder = last().toByteBuffer().array();
        close();
        open();
        Collections.shuffle(batches, new Random(1));
        batches.subList(0, 9).forEach(this::send);
        sendSource(source(1, 10, ""));
        batches.subList(9, 20).forEach(this::send);

        assertThat(last().toByteBuffer().array()).isEqualTo(inOrder);
    }

    @Test
    void shouldChangeNothingWhenBatchIsDuplicateAndReplaceWhenItIsCorrected() {
        sendSource(source(1, 10, ""));
        send(batch(0, 5, 9));
        send(batch(0, 5, 9));
        assertThat(driver.read(Topics.XRAY_SOURCE_LIKELIHOOD)).hasSize(1);
        XrayEventBatch corrected = batch(0, 7, 9);
        corrected.setVersion(2);
        send(corrected);

        SourceLikelihood likelihood = last();
        assertThat(likelihood.getBatches()).isEqualTo(1);
        assertThat(likelihood.getCounts()).containsExactly(7L, 9L);
        assertThat(driver.accounts().steps().get("likelihood").duplicate()).isEqualTo(1);
        assertBalance();
    }

    @Test
    void shouldRestartTheSumsWhenRegionsAreRedefined() {
        sendSource(source(1, 10, ""));
        send(batch(0, 5, 9));
        sendSource(source(2, 12, ""));
        assertThat(driver.accounts().steps().get("likelihood").skipped())
                .containsOnly(Map.entry("source-redefined", 1L));
        send(batch(1, 3, 9));

        assertThat(last().getCounts()).containsExactly(3L, 9L);
        assertBalance();
    }

    @Test
    void shouldRaiseOneCandidateWhenTheDiscHoldsAnExcess() {
        sendSource(source(1, 10, ""));
        for (int i = 0; i < 10; i++) {
            send(batch(i, 12, 18));
        }

        List<CandidateAlert> notices = driver.read(Topics.ALERT_CANDIDATE).stream()
                .map(TestRecord::value)
                .toList();
        assertThat(notices).isNotEmpty();
        assertThat(notices)
                .extracting(CandidateAlert::getAlertId)
                .containsOnly(notices.get(0).getAlertId());
        assertThat(notices.get(0).getSubject()).isEqualTo(SOURCE);
        assertBalance();
    }

    @Test
    void shouldLimitTheCouplingAsItsOnlySourceDoes() {
        sendSource(source(1, 10, ""));
        send(batch(0, 30, 270));

        AxionLimit limit = driver.read(Topics.AXION_LIMIT).get(0).value();
        assertThat(limit.getHypothesis()).isEqualTo("nucleon-photon");
        assertThat(limit.getContributors()).containsExactly(SOURCE);
        double alone = last().getCouplingLimit();
        assertThat(limit.getPoints().get(0).getCoupling()).isCloseTo(alone, within(0.01 * alone));
        assertBalance();
    }

    /** The second mass gives half the flux, so its amplitude is twice as large and its significance the same. */
    @Test
    void shouldFitAndLimitEachMassOfTheSource() {
        XraySource source = source(1, 10, "");
        source.setMassTemplates(List.of(new MassTemplate(1e-3, List.of(FLUX / 2))));
        sendSource(source);
        send(batch(0, 30, 90));

        SourceLikelihood likelihood = last();
        double massless = (30 - 90 / 9.0) / (AREA_CM2 * FLUX * LIVETIME_SECONDS);
        assertThat(likelihood.getMasses())
                .extracting(MassLikelihood::getAxionMassEv)
                .containsExactly(0.0, 1e-3);
        assertThat(likelihood.getBestAmplitude()).isCloseTo(massless, within(1e-9));
        assertThat(likelihood.getMasses().get(1).getBestAmplitude()).isCloseTo(2 * massless, within(1e-9));
        assertThat(likelihood.getGlobalSignificance()).isBetween(0.0, likelihood.getSignificance());
        assertThat(likelihood.getTrials()).isEqualTo(2);
        List<AxionLimit> limits =
                driver.read(Topics.AXION_LIMIT).stream().map(TestRecord::value).toList();
        assertThat(limits.get(0).getPoints())
                .extracting(LimitPoint::getAxionMassEv)
                .containsExactly(0.0, 1e-3);
        assertThat(limits.get(0).getPoints().get(1).getCoupling()
                        / limits.get(0).getPoints().get(0).getCoupling())
                .isCloseTo(Math.sqrt(2), within(1e-9));
        assertBalance();
    }

    @Test
    void shouldWeighEachRegionByItsOwnSpectrum() {
        XraySource source = source(1, 10, "");
        source.setSignalPhotonFluxes(List.of(FLUX, 0.0));
        source.getRegions().forEach(region -> region.setSignalFraction(0.5));
        sendSource(source);
        send(batch(0, 30, 90));

        assertThat(last().getBestAmplitude())
                .isCloseTo((30 - 90 / 9.0) / (AREA_CM2 * FLUX * LIVETIME_SECONDS), within(1e-9));
    }

    @Test
    void shouldSendDescriptionWithTheSameMassTwiceToTheDeadLetters() {
        XraySource source = source(1, 10, "");
        source.setMassTemplates(List.of(new MassTemplate(0.0, List.of(FLUX))));
        sendSource(source);

        assertThat(driver.deadLetters()).hasSize(1);
    }

    @Test
    void shouldSendUndecodableDescriptionToTheDeadLettersOnceAndGoOn() {
        driver.sendBytes(Topics.XRAY_SOURCE, SOURCE, new byte[] {1, 2, 3});
        sendSource(source(1, 10, ""));
        send(batch(0, 5, 9));

        assertThat(driver.deadLetters()).hasSize(1);
        assertThat(last().getEvents()).isEqualTo(14);
    }

    /** The driver puts a minute of record time between two records. */
    @Test
    void shouldEmitOnceInTheIntervalOfASourceWhenTheStreamIsLive() {
        close();
        driver = new TopologyDriver("XrayFlowTest", stateFolder.resolve("live"), Tense.CURRENT);
        XraySource source = source(1, 10, "");
        source.setEmissionIntervalSeconds(150);
        sendSource(source);
        send(batch(0, 5, 9));
        assertThat(events()).containsExactly(14L);
        send(batch(1, 6, 9));
        send(batch(2, 7, 9));
        assertThat(events()).isEmpty();
        driver.send(Topics.XRAY_EVENT_BATCH, "nobody", batch(3, 1, 1));
        assertThat(events()).containsExactly(14L + 15 + 16);
        send(batch(4, 1, 9));
        send(batch(5, 1, 9));

        assertThat(events()).containsExactly(45L + 10);
    }

    @Test
    void shouldEmitEveryLikelihoodOfAnArchiveWhateverTheInterval() {
        XraySource source = source(1, 10, "");
        source.setEmissionIntervalSeconds(3600);
        sendSource(source);
        send(batch(0, 5, 9));
        send(batch(1, 6, 9));

        assertThat(events()).containsExactly(14L, 29L);
    }

    private List<Long> events() {
        return driver.read(Topics.XRAY_SOURCE_LIKELIHOOD).stream()
                .map(likelihood -> likelihood.value().getEvents())
                .toList();
    }

    private void sendSource(XraySource source) {
        driver.send(Topics.XRAY_SOURCE, SOURCE, source);
    }

    private void send(XrayEventBatch batch) {
        driver.send(Topics.XRAY_EVENT_BATCH, SOURCE, batch);
    }

    private SourceLikelihood last() {
        List<TestRecord<String, SourceLikelihood>> all = driver.read(Topics.XRAY_SOURCE_LIKELIHOOD);
        return all.get(all.size() - 1).value();
    }

    private void assertBalance() {
        assertThat(driver.accounts().balance()).as("%s", driver.accounts()).isTrue();
    }

    private static XraySource source(int version, double radius, String responseId) {
        return XraySource.newBuilder()
                .setSource(SOURCE)
                .setVersion(version)
                .setName("Test source")
                .setModel("template")
                .setHypothesis("nucleon-photon")
                .setCouplingName("g_agamma*g_ann")
                .setCouplingUnit("GeV^-1")
                .setReferenceCoupling(1e-20)
                .setCouplingPower(2)
                .setEnergyEdgesKeV(List.of(2.0, 8.0))
                .setSignalPhotonFluxes(List.of(FLUX))
                .setRegions(List.of(region("on", RegionShape.CIRCLE, 0, radius, 1, 1), ring(radius)))
                .setResponseId(responseId)
                .setEffectiveAreaCm2(responseId.isEmpty() ? List.of(AREA_CM2) : List.of())
                .build();
    }

    private static SkyRegion ring(double radius) {
        return region("off", RegionShape.ANNULUS, 20, Math.hypot(20, 3 * radius), 0, 9);
    }

    private static SkyRegion region(
            String name, RegionShape shape, double inner, double outer, double signal, double background) {
        return SkyRegion.newBuilder()
                .setName(name)
                .setShape(shape)
                .setCentreX(0)
                .setCentreY(0)
                .setInnerRadius(inner)
                .setRadius(outer)
                .setSignalFraction(signal)
                .setBackgroundShape(background)
                .build();
    }

    private static XrayEventBatch batch(int number, int on, int off) {
        int events = on + off;
        List<Double> times = new ArrayList<>();
        List<Float> energies = new ArrayList<>(Collections.nCopies(events, 5f));
        List<Float> x = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            times.add(1000.0 * number + i);
            x.add(i < on ? 1f : 25f);
        }
        return XrayEventBatch.newBuilder()
                .setBatchId("batch-" + number)
                .setSource(SOURCE)
                .setObservation("1")
                .setInstrument("test")
                .setFile("test.fits")
                .setLivetimeSeconds(LIVETIME_SECONDS)
                .setReferenceEpoch(new MjdInstant(50814, 0.0))
                .setEventIndexStart(0)
                .setEventTimesSeconds(times)
                .setEnergiesKeV(energies)
                .setPositionsX(x)
                .setPositionsY(new ArrayList<>(Collections.nCopies(events, 0f)))
                .build();
    }
}
