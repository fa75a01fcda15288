package org.axionwatch.physics.dispersion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import java.util.Map;
import org.axionwatch.physics.dispersion.PrefitFrame.Achromatic;
import org.axionwatch.physics.dispersion.UnusableFrameException.Reason;
import org.axionwatch.physics.time.DateResolution;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.axionwatch.physics.time.TimeScale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrefitResidualsTest {

    private static final ModifiedJulianDate EPOCH = new ModifiedJulianDate(55000, 0);
    private static final double PERIOD_SECONDS = 0.004;

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-7, -3e-4, 1.7e-3, -1.7e-3})
    void shouldMeasureFromTheNearestPulse(double lateSeconds) {
        PrefitFrame prefit = residuals().of(frame("@", TimeScale.TDB, 1400, 1e-6, 86400 + lateSeconds));

        assertThat(prefit.achromatic()).isEqualTo(Achromatic.ABSOLUTE);
        assertThat(prefit.residualSeconds()).containsExactly(new double[] {lateSeconds}, offset(2e-11));
        assertThat(prefit.secondsFromSpinEpoch()).containsExactly(new double[] {86400 + lateSeconds}, offset(1e-6));
    }

    @Test
    void shouldReadDatesInStepsOfEightyBitNumbersWhenAsked() {
        double step = 86400 * 0x1p-48;
        PrefitResiduals rounding = new PrefitResiduals(model(250), null, DateResolution.EIGHTY_BIT);

        double[] residuals = rounding.of(frame("@", TimeScale.TDB, 1400, 1e-6, 1000 * 0.004 + 1e-6 + 0.4 * step))
                .residualSeconds();

        // 4.000001 s after the epoch lies on no step; the nearest is within half of one.
        double steps = Math.rint((4.000001 + 0.4 * step) / step);
        assertThat(residuals).containsExactly(new double[] {steps * step - 4}, offset(1e-13));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.9e-3, -1.9e-3, 2e-3})
    void shouldRefuseAPulseThatMayBeTheNextOne(double lateSeconds) {
        assertRefused(Reason.AMBIGUOUS_PHASE, frame("@", TimeScale.TDB, 1400, 1e-6, 86400 + lateSeconds));
    }

    @ParameterizedTest
    @CsvSource({
        "@, TDB, 1400, 0, INVALID_UNCERTAINTY",
        "@, TDB, 1400, NaN, INVALID_UNCERTAINTY",
        "@, TDB, 1400, Infinity, INVALID_UNCERTAINTY",
        "@, TDB, -3, 1e-6, INVALID_FREQUENCY",
        "@, TDB, NaN, 1e-6, INVALID_FREQUENCY",
        "@, UTC, 1400, 1e-6, UNUSABLE_TIME_SCALE",
        "atlantis, UTC, 1400, 1e-6, UNKNOWN_OBSERVATORY",
        "gbt, UTC, 1400, 1e-6, MISSING_POSITION",
    })
    void shouldNameWhatMakesAFrameUnusable(
            String observatory, TimeScale scale, double frequencyMHz, double uncertaintySeconds, Reason reason) {
        assertRefused(reason, frame(observatory, scale, frequencyMHz, uncertaintySeconds, 0));
    }

    @Test
    void shouldNameAnEmptyFrame() {
        assertRefused(Reason.NO_TOAS, new ObservedFrame("@", TimeScale.TDB, List.of()));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void shouldNameAModelWithoutSpin(double frequencyHz) {
        assertThatExceptionOfType(UnusableFrameException.class)
                .isThrownBy(() -> new PrefitResiduals(model(frequencyHz), null, DateResolution.FULL))
                .matches(refused -> refused.reason() == Reason.MISSING_SPIN);
    }

    @Test
    void shouldTakeReadyResidualsAsTheyAre() {
        ObservedFrame frame = frame("@", TimeScale.TDB, 1400, 1e-6, 1e7);

        PrefitFrame prefit = residuals().ofDelays(frame, new double[] {-0.3});

        assertThat(prefit.residualSeconds()).containsExactly(-0.3);
        assertThat(prefit.secondsFromDispersionEpoch()).containsExactly(new double[] {1e7}, offset(1e-6));
    }

    @Test
    void shouldNameReadyResidualsThatAreNoNumbers() {
        ObservedFrame frame = frame("@", TimeScale.TDB, 1400, 1e-6, 0);

        assertThatExceptionOfType(UnusableFrameException.class)
                .isThrownBy(() -> residuals().ofDelays(frame, new double[] {Double.NaN}))
                .matches(refused -> refused.reason() == Reason.INVALID_RESIDUAL);
        assertThatIllegalArgumentException().isThrownBy(() -> residuals().ofDelays(frame, new double[2]));
    }

    @Test
    void shouldNeedOneArrivalTimeAsPhaseReference() {
        ObservedFrame none = new ObservedFrame("@", TimeScale.TDB, List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PrefitResiduals(model(250), none, DateResolution.FULL));
    }

    /** Topocentric residuals are relative, so a reference of an unknown observatory does no harm to them. */
    @Test
    void shouldNameAPhaseReferenceThatCannotBeUsedWhereItIsNeeded() {
        ObservedFrame lost = frame("atlantis", TimeScale.UTC, 1400, 1e-6, 0);
        PrefitResiduals residuals = new PrefitResiduals(model(250), lost, DateResolution.FULL);

        assertThatExceptionOfType(UnusableFrameException.class)
                .isThrownBy(() -> residuals.of(frame("@", TimeScale.TDB, 1400, 1e-6, 0)))
                .matches(refused -> refused.reason() == Reason.UNKNOWN_OBSERVATORY);
        assertThatExceptionOfType(UnusableFrameException.class)
                .isThrownBy(() -> residuals.of(frame("gbt", TimeScale.UTC, 1400, 1e-6, 0)))
                .matches(refused -> refused.reason() == Reason.MISSING_POSITION);
    }

    @Test
    void shouldTakeTheWholeDelayOfACircularOrbitOut() {
        double size = 1.9;
        BinaryOrbit orbit =
                new BinaryOrbit("ELL1", Map.of("A1", size, "PB", 2.0, "TASC", 55000.0, "EPS1", 0.0, "EPS2", 0.0));
        TimingModel plain = model(250);
        PrefitResiduals residuals = new PrefitResiduals(
                new TimingModel(plain.spin(), null, plain.dispersion(), orbit, NoiseModel.NONE),
                null,
                DateResolution.FULL);

        // A quarter of the orbit after the ascending node the pulse is late by the whole size, and the speed is zero.
        PrefitFrame prefit = residuals.of(frame("@", TimeScale.TDB, 1400, 1e-6, 43200 + size));

        assertThat(prefit.residualSeconds()).containsExactly(new double[] {0}, offset(1e-9));
    }

    private static void assertRefused(Reason reason, ObservedFrame frame) {
        assertThatExceptionOfType(UnusableFrameException.class)
                .isThrownBy(() -> residuals().of(frame))
                .matches(refused -> refused.reason() == reason, reason.name());
    }

    private static PrefitResiduals residuals() {
        return new PrefitResiduals(model(1 / PERIOD_SECONDS), null, DateResolution.FULL);
    }

    private static TimingModel model(double frequencyHz) {
        return new TimingModel(
                new SpinModel(frequencyHz, 0, List.of(), EPOCH, TimeUnits.TDB),
                null,
                DispersionTerms.none(EPOCH),
                null,
                NoiseModel.NONE);
    }

    private static ObservedFrame frame(
            String observatory,
            TimeScale scale,
            double frequencyMHz,
            double uncertaintySeconds,
            double secondsFromEpoch) {
        ObservedToa toa =
                new ObservedToa(EPOCH.plusSeconds(secondsFromEpoch), frequencyMHz, uncertaintySeconds, 0, List.of());
        return new ObservedFrame(observatory, scale, List.of(toa));
    }
}
