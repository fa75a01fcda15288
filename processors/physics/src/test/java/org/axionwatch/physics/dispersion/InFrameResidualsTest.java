package org.axionwatch.physics.dispersion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.axionwatch.physics.dispersion.UnusableFrameException.Reason;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.axionwatch.physics.time.TimeScale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InFrameResidualsTest {

    /** 1/2.41e-4, Lorimer and Kramer 2004, eq. 4.7. */
    private static final double K = 4149.377593360996;

    private static final ModifiedJulianDate EPOCH = new ModifiedJulianDate(55000, 0);
    private static final double FREQUENCY_HZ = 250;

    @Test
    void shouldRecoverDispersionOffsetAndLineWhenPulsesWrapOverManyPeriods() {
        double deltaDm = 1e-4;
        double lateSeconds = 0.3e-3;
        FrameResidual residual = new InFrameResiduals(model(20, null)).of(barycentredFrame(20 + deltaDm, lateSeconds));

        assertThat(residual.deltaDispersion().pcPerCm3()).isCloseTo(deltaDm, offset(1e-8));
        assertThat(residual.offsets()).hasSize(2);
        double apart = residual.offsets().get(1).offsetSeconds()
                - residual.offsets().get(0).offsetSeconds();
        assertThat(Math.IEEEremainder(apart, 1 / FREQUENCY_HZ)).isCloseTo(lateSeconds, offset(1e-9));
        assertThat(residual.goodness().chiSquared()).isLessThan(1e-3);
        assertThat(residual.goodness().degreesOfFreedom()).isEqualTo(17);
        assertThat(residual.curve().residualSeconds()).containsExactly(new double[20], offset(2e-11));
    }

    @Test
    void shouldTakeReadyResidualsAsTheyAreWhenArchiveFormedThem() {
        ObservedFrame frame = barycentredFrame(20, 0);
        double[] delays = new double[20];
        delays[4] = 5e-6;

        FrameResidual residual = new InFrameResiduals(model(20, null)).ofDelays(frame, delays);

        double[] expected = residual.curve().projection().project(delays);
        assertThat(residual.curve().residualSeconds()).containsExactly(expected, offset(1e-20));
        assertThat(residual.curve().barycentricFrequencyMHz()[4]).isEqualTo(1300);
        assertThat(residual.terms().removed()).isEmpty();
    }

    @Test
    void shouldScaleUncertaintiesBeforeWeighting() {
        TimingModel plain = model(20, null);
        TimingModel scaled = new TimingModel(
                plain.spin(),
                null,
                plain.dispersion(),
                null,
                new NoiseModel(List.of(new NoiseTerm("EFAC", "", "", 2), new NoiseTerm("EQUAD", "", "", 1e-6))));

        double[] sigmas =
                new InFrameResiduals(scaled).of(barycentredFrame(20, 0)).curve().uncertaintySeconds();

        // EFAC^2 (sigma^2 + EQUAD^2) with sigma = 1 us
        double[] expected = new double[20];
        Arrays.fill(expected, Math.sqrt(8) * 1e-6);
        assertThat(sigmas).containsExactly(expected, offset(1e-18));
    }

    @Test
    void shouldNameUnknownObservatory() {
        assertRefused(Reason.UNKNOWN_OBSERVATORY, model(20, null), frame("atlantis", TimeScale.UTC, 1e-6));
    }

    @Test
    void shouldNameMissingPositionWhenFrameIsTopocentric() {
        assertRefused(Reason.MISSING_POSITION, model(20, null), frame("gbt", TimeScale.UTC, 1e-6));
    }

    @Test
    void shouldNameTimeScaleWhenBarycentredFrameIsNotTdb() {
        assertRefused(Reason.UNUSABLE_TIME_SCALE, model(20, null), frame("@", TimeScale.UTC, 1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1e-6, Double.NaN, Double.POSITIVE_INFINITY})
    void shouldNameInvalidUncertainty(double sigma) {
        assertRefused(Reason.INVALID_UNCERTAINTY, model(20, null), frame("@", TimeScale.TDB, sigma));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -250, Double.NaN})
    void shouldNameMissingSpin(double frequencyHz) {
        TimingModel spinless = new TimingModel(
                new SpinModel(frequencyHz, 0, List.of(), EPOCH, TimeUnits.TDB),
                null,
                DispersionTerms.none(EPOCH),
                null,
                NoiseModel.NONE);
        assertRefused(Reason.MISSING_SPIN, spinless, frame("@", TimeScale.TDB, 1e-6));
    }

    @Test
    void shouldNameOrbitWithoutPeriod() {
        BinaryOrbit orbit = new BinaryOrbit("DD", Map.of("A1", 9.2, "T0", 54975.5));
        assertRefused(Reason.INCOMPLETE_ORBIT, model(20, orbit), frame("@", TimeScale.TDB, 1e-6));
    }

    @Test
    void shouldNameEmptyFrame() {
        assertRefused(Reason.NO_TOAS, model(20, null), new ObservedFrame("@", TimeScale.TDB, List.of()));
    }

    private static void assertRefused(Reason reason, TimingModel model, ObservedFrame frame) {
        assertThatThrownBy(() -> new InFrameResiduals(model).of(frame))
                .isInstanceOfSatisfying(UnusableFrameException.class, e -> assertThat(e.reason())
                        .isEqualTo(reason));
    }

    private static TimingModel model(double dm, BinaryOrbit orbit) {
        return new TimingModel(
                new SpinModel(FREQUENCY_HZ, 0, List.of(), EPOCH, TimeUnits.TDB),
                null,
                new DispersionTerms(dm, List.of(), EPOCH, List.of(), List.of()),
                orbit,
                NoiseModel.NONE);
    }

    /** Two sub-integrations of ten channels; channel k arrives k pulses later than the first, dispersed; the second is late. */
    private static ObservedFrame barycentredFrame(double dm, double lateSeconds) {
        List<ObservedToa> toas = new ArrayList<>();
        for (int sub = 0; sub < 2; sub++) {
            for (int channel = 0; channel < 10; channel++) {
                double frequencyMHz = 1100 + 50 * channel;
                double pulse = (sub * 150_000 + channel) / FREQUENCY_HZ;
                double seconds = pulse + K * dm / (frequencyMHz * frequencyMHz) + sub * lateSeconds;
                toas.add(new ObservedToa(
                        new ModifiedJulianDate(55100, 0.25).plusSeconds(seconds), frequencyMHz, 1e-6, sub, List.of()));
            }
        }
        return new ObservedFrame("@", TimeScale.TDB, toas);
    }

    private static ObservedFrame frame(String observatory, TimeScale scale, double sigma) {
        List<ObservedToa> toas = new ArrayList<>();
        for (int channel = 0; channel < 5; channel++) {
            toas.add(new ObservedToa(new ModifiedJulianDate(55100, 0), 1100 + 50 * channel, sigma, 0, List.of()));
        }
        return new ObservedFrame(observatory, scale, toas);
    }
}
