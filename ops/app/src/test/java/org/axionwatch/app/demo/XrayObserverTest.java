package org.axionwatch.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axionwatch.physics.simulation.RandomStreams;
import org.axionwatch.records.TrustedRecords;
import org.axionwatch.records.xray.XrayEventBatch;
import org.axionwatch.topics.ingest.ArchiveRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class XrayObserverTest {
    private static final long[] SEEDS = {11, 12, 13};
    private static final int BATCHES = 23;

    static Stream<XrayTarget> targets() {
        TrustedRecords.trust();
        RandomStreams streams = new RandomStreams(1);
        return Stream.concat(
                MagnificentSevenTargets.observations(CampaignOptions.withSignals()).stream()
                        .map(XrayObservation::target),
                Stream.of(ExcessTarget.observation(streams, CampaignOptions.withSignals())
                        .target()));
    }

    @BeforeAll
    static void trustRecords() {
        TrustedRecords.trust();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void shouldCountBackgroundAndSignalAsExpectedInEveryBinOfTheSourceCircle(XrayTarget target) {
        double amplitude = 200 / (target.signalRates()[0] * BATCHES * XrayTarget.BATCH_SECONDS);
        double[] edges = target.energyEdgesKeV();
        double seconds = (double) SEEDS.length * BATCHES * XrayTarget.BATCH_SECONDS;
        long[] counts = new long[edges.length - 1];
        LongStream.of(SEEDS)
                .mapToObj(RandomStreams::new)
                .flatMap(streams -> new XrayObserver(target, streams).observe(amplitude, BATCHES).stream())
                .forEach(record -> count((XrayEventBatch) record.value(), edges, counts));
        for (int bin = 0; bin < counts.length; bin++) {
            double expected = seconds
                    * (target.background().binRate(edges[bin], edges[bin + 1])
                            + amplitude * target.signalRates()[bin] * XrayField.sourceFraction());
            assertThat((double) counts[bin]).isCloseTo(expected, within(4.5 * Math.sqrt(expected)));
        }
    }

    @ParameterizedTest
    @MethodSource("targets")
    void shouldGiveTheSameBackgroundWithAndWithoutASignal(XrayTarget target) {
        List<ArchiveRecord> without = new XrayObserver(target, new RandomStreams(3)).observe(0, 2);
        List<ArchiveRecord> with = new XrayObserver(target, new RandomStreams(3)).observe(1e-3, 2);
        for (int i = 0; i < without.size(); i++) {
            assertThat(((XrayEventBatch) with.get(i).value()).getEventTimesSeconds())
                    .containsAll(((XrayEventBatch) without.get(i).value()).getEventTimesSeconds());
        }
    }

    @Test
    void shouldNumberTheRowsOfAVisitWithoutGaps() {
        XrayTarget target = targets().findFirst().orElseThrow();
        long row = 0;
        for (ArchiveRecord record : new XrayObserver(target, new RandomStreams(5)).observe(0, 10)) {
            XrayEventBatch batch = (XrayEventBatch) record.value();
            assertThat(batch.getEventIndexStart()).isEqualTo(row);
            row += batch.getEnergiesKeV().size();
        }
    }

    private static void count(XrayEventBatch batch, double[] edges, long[] counts) {
        for (int i = 0; i < batch.getEnergiesKeV().size(); i++) {
            double seconds = batch.getEventTimesSeconds().get(i);
            boolean good = batch.getGoodTimeIntervals().stream()
                    .anyMatch(gti -> seconds >= gti.getStartSeconds() && seconds < gti.getStopSeconds());
            double radius = Math.hypot(
                    batch.getPositionsX().get(i) - 100, batch.getPositionsY().get(i) - 100);
            float energy = batch.getEnergiesKeV().get(i);
            for (int bin = 0; good && radius < 15 && bin < counts.length; bin++) {
                if (energy >= edges[bin] && energy < edges[bin + 1]) {
                    counts[bin]++;
                }
            }
        }
    }
}
