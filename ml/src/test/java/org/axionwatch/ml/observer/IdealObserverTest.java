package org.axionwatch.ml.observer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdealObserverTest {

    private static final long SEED = 20261121;
    private static final int CURVES = 800;

    /** Accuracies of an independent Monte Carlo of the same observer, good to half a point. */
    @ParameterizedTest(name = "SNR {0} to {1}, {2} epochs: {3} %, seed " + SEED)
    @CsvSource({
        "1.5, 2, 1, 57.0",
        "1.5, 2, 10, 97.2",
        "1, 1.5, 10, 85.0",
        "0.5, 1, 10, 63.5",
        "0.5, 1, 100, 99.1",
        "0.1, 0.5, 100, 71.5",
        "0.1, 0.5, 1000, 96.7",
    })
    void shouldReachAccuracyOfIndependentMonteCarlo(double least, double greatest, int epochs, double percent) {
        ObserverPerformance found = judged(new SignalToNoise(least, greatest), epochs, Projection.NONE);

        assertThat(100 * found.accuracy()).isCloseTo(percent, offset(0.5 + 400 * found.accuracyError()));
    }

    @Test
    void shouldLoseLessThanTwoPointsWhenOffsetAndDispersionAreProjectedOut() {
        SignalToNoise bin = SignalToNoise.EXTREMELY_LOW;
        ObserverPerformance free = judged(bin, 1000, Projection.NONE);
        ObserverPerformance projected = judged(bin, 1000, Projection.OFFSET_AND_DISPERSION);

        assertThat(projected.accuracy())
                .isGreaterThan(
                        free.accuracy() - 0.02 - 4 * Math.hypot(free.accuracyError(), projected.accuracyError()));
        assertThat(projected.accuracy()).isGreaterThan(0.9);
    }

    @Test
    void shouldGiveProbabilitiesThatComeTrue() {
        IdealObserver observer = new IdealObserver(ChannelGrid.PAPER, Projection.NONE, SignalToNoise.MEDIUM, 10);
        LabelledCurves curves = new LabelledCurves(ChannelGrid.PAPER, Projection.NONE, SignalToNoise.MEDIUM, 10, SEED);
        double excess = 0;
        double variance = 0;
        for (int i = 0; i < 2 * CURVES; i++) {
            boolean signal = i % 2 == 0;
            double probability = observer.signalProbability(signal ? curves.signal() : curves.noise());
            excess += (signal ? 1 : 0) - probability;
            variance += probability * (1 - probability);
        }
        assertThat(excess).isCloseTo(0, offset(4 * Math.sqrt(variance)));
    }

    @Test
    void shouldStayFiniteForCurvesOfAnySignificance() {
        IdealObserver observer = new IdealObserver(ChannelGrid.PAPER, Projection.NONE, SignalToNoise.HIGH, 100_000);
        double[] strong = new double[640];
        strong[320] = 600;

        assertThat(observer.logLikelihoodRatio(strong)).isFinite().isPositive();
        assertThat(observer.logLikelihoodRatio(new double[640])).isFinite().isNegative();
        assertThat(observer.signalProbability(new double[640])).isZero();
    }

    @Test
    void shouldDrawTheSameCurvesFromTheSameSeed() {
        LabelledCurves first = new LabelledCurves(ChannelGrid.PAPER, Projection.NONE, SignalToNoise.LOW, 3, SEED);
        LabelledCurves second = new LabelledCurves(ChannelGrid.PAPER, Projection.NONE, SignalToNoise.LOW, 3, SEED);
        LabelledCurves other = new LabelledCurves(ChannelGrid.PAPER, Projection.NONE, SignalToNoise.LOW, 3, SEED + 1);
        double[] curve = first.signal();

        assertThat(second.signal()).isEqualTo(curve);
        assertThat(other.signal()).isNotEqualTo(curve);
    }

    @Test
    void shouldRefuseCurveThatIsNotANumberOrOfAnotherGrid() {
        IdealObserver observer = new IdealObserver(
                new ChannelGrid(1000, 2000, 8), Projection.OFFSET_AND_DISPERSION, SignalToNoise.HIGH, 1);

        assertThatThrownBy(() -> observer.logLikelihoodRatio(new double[] {0, 0, 0, Double.NaN, 0, 0, 0, 0}))
                .hasMessageContaining("channel 3 is NaN");
        assertThatThrownBy(() -> observer.logLikelihoodRatio(new double[7])).hasMessageContaining("7 values for 8");
        assertThatThrownBy(() -> new SignalToNoise(2, Double.NaN)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new ChannelGrid(1000, 900, 4)).hasMessageContaining("900");
        assertThatThrownBy(() -> SignalToNoise.HIGH.stacked(0)).hasMessageContaining("not 0");
    }

    private static ObserverPerformance judged(SignalToNoise bin, int epochs, Projection projection) {
        IdealObserver observer = new IdealObserver(ChannelGrid.PAPER, projection, bin, epochs);
        LabelledCurves curves = new LabelledCurves(ChannelGrid.PAPER, projection, bin, epochs, SEED);
        double[] noise = IntStream.range(0, CURVES)
                .mapToDouble(i -> observer.logLikelihoodRatio(curves.noise()))
                .toArray();
        double[] signal = IntStream.range(0, CURVES)
                .mapToDouble(i -> observer.logLikelihoodRatio(curves.signal()))
                .toArray();
        assertThat(Arrays.stream(noise)).allMatch(Double::isFinite);
        return ObserverPerformance.of(noise, signal, 0);
    }
}
