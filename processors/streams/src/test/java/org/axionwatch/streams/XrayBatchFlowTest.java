package org.axionwatch.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.streams.test.TestRecord;
import org.axionwatch.records.account.NamedCount;
import org.axionwatch.records.xray.RegionShape;
import org.axionwatch.records.xray.SkyPosition;
import org.axionwatch.records.xray.SkyRegion;
import org.axionwatch.records.xray.SourceLikelihood;
import org.axionwatch.records.xray.XrayEventBatch;
import org.axionwatch.records.xray.XraySource;
import org.axionwatch.topics.catalog.Topics;
import org.axionwatch.topics.ingest.EventBatcher;
import org.axionwatch.topics.ingest.EventListReader;
import org.axionwatch.topics.ingest.SourceDescriptionReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** M82's real Chandra events through the likelihood step, however they are cut into batches. */
class XrayBatchFlowTest {

    private static final Path ROOT = Path.of(System.getProperty("axionwatch.root", "."));
    private static final long SEED = 20_261_121;

    /** Disc and ring of the committed example in six bins from 2 to 8 keV, counted with numpy. */
    private static final List<Long> M82_COUNTS = List.of(592L, 13L, 411L, 11L, 274L, 5L, 148L, 4L, 61L, 2L, 25L, 2L);

    @TempDir
    Path stateFolder;

    private TopologyDriver driver;

    @BeforeEach
    void open() {
        driver = new TopologyDriver("XrayBatchFlowTest", stateFolder);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private static XraySource m82() {
        return new SourceDescriptionReader()
                .read(ROOT.resolve("topics/src/main/examples/m82-chandra.yaml"))
                .source();
    }

    private static List<XrayEventBatch> batches(int events) {
        Path list = ROOT.resolve("../shared/data/xray/events/chandra_test.fits");
        Assumptions.assumeTrue(Files.exists(list), "reference data are not beside the project");
        return new EventBatcher(events).batches("m82", new EventListReader().read(list));
    }

    /** The last likelihood without the number of batches, the one thing that may differ. */
    private SourceLikelihood likelihood(List<XrayEventBatch> batches) {
        driver.send(Topics.XRAY_SOURCE, "m82", m82());
        batches.forEach(batch -> driver.send(Topics.XRAY_EVENT_BATCH, "m82", batch));
        SourceLikelihood last = last();
        last.setBatches(0);
        assertThat(driver.accounts().balance()).as("%s", driver.accounts()).isTrue();
        close();
        open();
        return last;
    }

    private SourceLikelihood last() {
        List<TestRecord<String, SourceLikelihood>> all = driver.read(Topics.XRAY_SOURCE_LIKELIHOOD);
        return all.get(all.size() - 1).value();
    }

    @Test
    void shouldCountRealEventsIntoTheirBinsAndRegions() {
        assertThat(likelihood(batches(500)).getCounts()).isEqualTo(M82_COUNTS);
    }

    @Test
    void shouldGiveTheSameLikelihoodForOneBatchManyShuffledOrRepeatedOnes() {
        SourceLikelihood once = likelihood(batches(40_000));
        List<XrayEventBatch> many = new ArrayList<>(batches(5));
        assertThat(many).hasSize(923);

        assertThat(likelihood(batches(50))).isEqualTo(once);
        many.addAll(batches(5));
        Collections.shuffle(many, new Random(SEED));
        assertThat(likelihood(many)).as("each twice, shuffled by %d", SEED).isEqualTo(once);
    }

    @Test
    void shouldGiveTheSameLikelihoodForASpectrumCountedBefore() {
        List<XrayEventBatch> events = batches(40_000);
        XrayEventBatch spectrum = events.get(0);
        SourceLikelihood ofEvents = likelihood(events);
        spectrum.setEventTimesSeconds(List.of());
        spectrum.setEnergiesKeV(List.of());
        spectrum.setPositionsX(List.of());
        spectrum.setPositionsY(List.of());
        spectrum.setBinnedCounts(M82_COUNTS);
        spectrum.setBinnedOutside(4612 - M82_COUNTS.stream().mapToLong(n -> n).sum());

        SourceLikelihood ofSpectrum = likelihood(List.of(spectrum));

        assertThat(ofSpectrum.getEvents()).isEqualTo(4612);
        assertThat(ofSpectrum.getCounts()).isEqualTo(M82_COUNTS);
        assertThat(ofSpectrum.getProfile()).isEqualTo(ofEvents.getProfile());
        assertThat(ofSpectrum.getCouplingLimit()).isEqualTo(ofEvents.getCouplingLimit());
    }

    @Test
    void shouldLeaveOutTheEventsOfAnExclusionByName() {
        XraySource source = m82();
        source.setExclusions(List.of(SkyRegion.newBuilder()
                .setName("neighbour")
                .setShape(RegionShape.CIRCLE)
                .setCentreX(4480)
                .setCentreY(3850)
                .setRadius(15)
                .setSignalFraction(0)
                .setBackgroundShape(0)
                .build()));
        driver.send(Topics.XRAY_SOURCE, "m82", source);
        batches(40_000).forEach(batch -> driver.send(Topics.XRAY_EVENT_BATCH, "m82", batch));

        SourceLikelihood likelihood = last();
        assertThat(likelihood.getOutside()).contains(new NamedCount("excluded", 8L));
        assertThat(likelihood.getCounts()).containsExactly(590L, 13L, 408L, 11L, 273L, 5L, 147L, 4L, 61L, 2L, 25L, 2L);
        assertThat(driver.accounts().things().get("events").skipped()).containsEntry("excluded", 8L);
        assertThat(driver.accounts().balance()).isTrue();
    }

    @Test
    void shouldSendPositionsOfAnotherReferenceAndImpossibleCountsToTheDeadLetters() {
        driver.send(Topics.XRAY_SOURCE, "m82", m82());
        XrayEventBatch sky = batches(40_000).get(0);
        sky.setSkyReference(new SkyPosition(148.96, 69.68));
        driver.send(Topics.XRAY_EVENT_BATCH, "m82", sky);
        XrayEventBatch tooFew = batches(40_000).get(0);
        tooFew.setBinnedCounts(List.of(1L, 2L));
        driver.send(Topics.XRAY_EVENT_BATCH, "m82", tooFew);

        assertThat(driver.read(Topics.XRAY_SOURCE_LIKELIHOOD)).isEmpty();
        assertThat(driver.deadLetters()).hasSize(2);
        assertThat(driver.accounts().balance()).as("%s", driver.accounts()).isTrue();
    }
}
