package org.axionwatch.physics.xray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.axionwatch.physics.xray.XrayModelException.Reason;
import org.junit.jupiter.api.Test;

class EventSelectorTest {

    private static final EnergyBins BINS = new EnergyBins(2, 4, 6, 8);
    private static final Region SOURCE = new Region.Circle(100, 100, 10);
    private static final Region RING = new Region.Annulus(100, 100, 10, 20);
    private static final EventSelector SELECTOR = new EventSelector(BINS, List.of(SOURCE, RING));

    @Test
    void shouldCountEventInItsBinAndRegion() {
        EventCounts counts = SELECTOR.count(
                events(new double[] {1, 2, 3}, new float[] {2, 5.9f, 7}, new float[] {100, 100, 109}),
                GoodTimeIntervals.always());
        assertThat(counts.inside()).containsExactly(1, 0, 1, 0, 1, 0);
        assertThat(counts.total()).isEqualTo(3);
    }

    @Test
    void shouldGiveEdgeToOuterRingAndUpperBin() {
        EventCounts counts = SELECTOR.count(
                events(new double[] {1, 2}, new float[] {4, 4}, new float[] {110, 109.99f}),
                GoodTimeIntervals.always());
        assertThat(counts.inside(1, 1)).isEqualTo(1);
        assertThat(counts.inside(1, 0)).isEqualTo(1);
    }

    @Test
    void shouldNameReasonWhenEventIsOutside() {
        EventCounts counts = SELECTOR.count(
                events(
                        new double[] {1, 1, 1, 99, Double.NaN, 1},
                        new float[] {1.9f, 8, 3, 3, 3, Float.NaN},
                        new float[] {100, 100, 500, 100, 100, 100}),
                new GoodTimeIntervals(new double[] {0, 50}, new double[] {10, 60}));
        assertThat(counts.outside(OutsideReason.OUTSIDE_ENERGY)).isEqualTo(2);
        assertThat(counts.outside(OutsideReason.OUTSIDE_REGION)).isEqualTo(1);
        assertThat(counts.outside(OutsideReason.OUTSIDE_GTI)).isEqualTo(1);
        assertThat(counts.outside(OutsideReason.BAD_VALUE)).isEqualTo(2);
        assertThat(counts.total()).isEqualTo(6);
    }

    @Test
    void shouldFillRegionsInProportionToAreaWhenEventsAreUniform() {
        Random random = new Random(7);
        int n = 400_000;
        EventColumns events = new EventColumns(new double[n], new float[n], new float[n], new float[n]);
        for (int i = 0; i < n; i++) {
            events.energiesKeV()[i] = 3;
            events.positionsX()[i] = (float) (75 + 50 * random.nextDouble());
            events.positionsY()[i] = (float) (75 + 50 * random.nextDouble());
        }
        EventCounts counts = SELECTOR.count(events, GoodTimeIntervals.always());
        double circle = n * Math.PI * 100 / 2500;
        assertThat(Math.abs(counts.inside(0, 0) - circle) / Math.sqrt(circle)).isLessThan(4);
        assertThat(Math.abs(counts.inside(0, 1) - 3 * circle) / Math.sqrt(3 * circle))
                .isLessThan(4);
    }

    @Test
    void shouldHoldLowerButNotUpperEdgesWhenRegionIsBox() {
        Region box = new Region.Box(10, 20, 4, 2);
        assertThat(box.contains(8, 19)).isTrue();
        assertThat(box.contains(12, 20)).isFalse();
        assertThat(box.contains(10, 21)).isFalse();
    }

    @Test
    void shouldNameReasonWhenDescriptionIsBad() {
        assertThat(reason(() -> new EnergyBins(2, 2))).isEqualTo(Reason.BAD_ENERGY_EDGES);
        assertThat(reason(() -> new EnergyBins(2, Double.NaN))).isEqualTo(Reason.BAD_ENERGY_EDGES);
        assertThat(reason(() -> new EnergyBins(2))).isEqualTo(Reason.BAD_ENERGY_EDGES);
        assertThat(reason(() -> new Region.Circle(0, 0, Double.NaN))).isEqualTo(Reason.BAD_REGION);
        assertThat(reason(() -> new Region.Annulus(0, 0, 5, 5))).isEqualTo(Reason.BAD_REGION);
        assertThat(reason(() -> new GoodTimeIntervals(new double[] {0, 5}, new double[] {6, 9})))
                .isEqualTo(Reason.BAD_GOOD_TIME_INTERVAL);
        assertThat(reason(() -> new EventSelector(BINS, List.of()))).isEqualTo(Reason.LENGTH_MISMATCH);
        assertThat(reason(() -> new EventColumns(new double[2], new float[1], new float[2], new float[2])))
                .isEqualTo(Reason.LENGTH_MISMATCH);
    }

    private static EventColumns events(double[] times, float[] energies, float[] x) {
        float[] y = new float[times.length];
        java.util.Arrays.fill(y, 100);
        return new EventColumns(times, energies, x, y);
    }

    private static Reason reason(Runnable action) {
        return catchThrowableOfType(XrayModelException.class, action::run).reason();
    }

    @Test
    void shouldPutAnEnergyIntoTheSameBinWhetherThereAreFewBinsOrMany() {
        double[] edges = IntStream.rangeClosed(0, 100).asDoubleStream().toArray();
        EnergyBins many = new EnergyBins(edges);
        EnergyBins few = new EnergyBins(Arrays.copyOf(edges, 11));
        for (double energyKeV : new double[] {0, 0.5, 1, 4.999, 5, 9.999}) {
            assertThat(many.indexOf(energyKeV)).isEqualTo((int) energyKeV);
            assertThat(few.indexOf(energyKeV)).isEqualTo((int) energyKeV);
        }
        assertThat(many.indexOf(100)).isEqualTo(EnergyBins.NONE);
        assertThat(few.indexOf(10)).isEqualTo(EnergyBins.NONE);
        assertThat(few.indexOf(Double.NaN)).isEqualTo(EnergyBins.NONE);
    }

    @Test
    void shouldCountNothingOfAnExclusionInAnyRegion() {
        EventSelector selector = new EventSelector(
                new EnergyBins(2, 8),
                List.of(new Region.Circle(100, 100, 10)),
                List.of(new Region.Box(100, 100, 4, 4), new Region.Circle(200, 100, 5)));
        EventCounts counts = selector.count(
                events(new double[] {1, 2, 3, 4}, new float[] {3, 3, 3, 9}, new float[] {100, 105, 200, 100}),
                GoodTimeIntervals.always());
        assertThat(counts.inside()).containsExactly(1);
        assertThat(counts.outside(OutsideReason.EXCLUDED)).isEqualTo(2);
        assertThat(counts.outside(OutsideReason.OUTSIDE_ENERGY)).isEqualTo(1);
        assertThat(counts.total()).isEqualTo(4);
    }
}
