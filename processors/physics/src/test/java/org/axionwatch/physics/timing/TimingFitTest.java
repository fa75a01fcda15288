package org.axionwatch.physics.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Offset.offset;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.axionwatch.physics.dispersion.Astrometry;
import org.axionwatch.physics.dispersion.DispersionTerms;
import org.axionwatch.physics.dispersion.NoiseModel;
import org.axionwatch.physics.dispersion.ObservedFrame;
import org.axionwatch.physics.dispersion.ObservedToa;
import org.axionwatch.physics.dispersion.PrefitFrame;
import org.axionwatch.physics.dispersion.SpinModel;
import org.axionwatch.physics.dispersion.TimeUnits;
import org.axionwatch.physics.dispersion.TimingModel;
import org.axionwatch.physics.dispersion.ToaFlag;
import org.axionwatch.physics.dispersion.ToaSelection;
import org.axionwatch.physics.time.DateResolution;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.axionwatch.physics.time.TimeScale;
import org.junit.jupiter.api.Test;

/** Arrival times of a known pulsar against a timing model that differs from it by known amounts. */
class TimingFitTest {

    private static final String F0 = "339.31568728824463";
    private static final double DAY_SECONDS = 86400;
    private static final double[] CHANNELS_MHZ =
            IntStream.range(0, 16).mapToDouble(i -> 800 + 100 * i).toArray();
    private static final ToaFlag OLD = new ToaFlag("be", "OLD");
    private static final ToaFlag NEW = new ToaFlag("be", "NEW");

    private static final Map<String, Double> MOVED = Map.of(
            "OFFSET", 7e-6, "F0", 4e-12, "F1", -3e-19, "DM", 2e-4, "DM1", -3e-5, "FD1", 4e-6, "FD2", -2e-6, "JUMP1",
            -5e-6);

    @Test
    void shouldRecoverEachTermInWhichThePulsarDiffersFromItsModel() {
        TimingFit fit = new TimingFit(request("F0", "F1", "DM", "DM1", "FD1", "FD2", "JUMP1"), DateResolution.FULL);
        NormalEquations sums = fit.empty();
        List<ObservedFrame> frames = frames();
        frames.forEach(frame -> sums.add(fit.contribution(frame, fit.prefit(frame))));

        TimingSolution solution = fit.solve(sums);

        assertThat(fit.terms()).extracting(TimingTerm::name).containsExactlyInAnyOrderElementsOf(MOVED.keySet());
        for (int term = 0; term < fit.terms().size(); term++) {
            String name = fit.terms().get(term).name();
            assertThat(solution.corrections()[term])
                    .as(name)
                    .isCloseTo(MOVED.get(name), offset(1e-4 * solution.uncertainty(term)));
        }
        // Dates resolve 10 ps, 1e-5 of the uncertainty.
        assertThat(solution.quality().chiSquared())
                .isLessThan(1e-6 * solution.quality().toas());
        assertThat(solution.quality().degreesOfFreedom()).isEqualTo(80 * 16 - 8);
        for (ObservedFrame frame : frames) {
            TimedFrame timed = fit.residuals(frame, fit.prefit(frame), solution);
            assertThat(timed.whitenedSeconds()).containsExactly(new double[16], offset(1e-10));
        }
    }

    @Test
    void shouldLeaveAResidualWhereTheTermThatMovedIsNotFitted() {
        TimingFit fit = new TimingFit(request("F0", "F1", "DM", "DM1", "FD1", "FD2"));
        NormalEquations sums = fit.empty();
        frames().forEach(frame -> sums.add(fit.contribution(frame, fit.prefit(frame))));

        // A step of 5 us half way, of which offset, F0 and F1 take a part: 25/16 of its square is left at most.
        assertThat(fit.solve(sums).quality().chiSquared()).isBetween(0.1 * 80 * 16, 25.0 / 4 * 80 * 16);
    }

    @Test
    void shouldCountPulsesOverDecadesToATenthOfANanosecond() {
        TimingFit fit = new TimingFit(
                new TimingRequest(model(F0, "-1.6e-15", 10, 0), List.of(), List.of(), null, null), DateResolution.FULL);
        ArrivalTimes pulsar = new ArrivalTimes(F0, "-1.6e-15", new double[] {10, 0});

        for (double years : new double[] {-24, -3.7, 0, 0.001, 12.5, 24}) {
            PrefitFrame frame = fit.prefit(pulsar.frame(years * 365.25 * DAY_SECONDS, 0, CHANNELS_MHZ));

            assertThat(frame.residualSeconds()).as(years + " years").containsExactly(new double[16], offset(1e-10));
        }
    }

    @Test
    void shouldCountPhaseFromTheReferenceArrivalTime() {
        ArrivalTimes pulsar = new ArrivalTimes(F0, "-1.6e-15", new double[] {10, 0});
        ObservedFrame reference = pulsar.frame(1e7, 3e-4, new double[] {1400});
        TimingFit fit = new TimingFit(
                new TimingRequest(model(F0, "-1.6e-15", 10, 0), List.of(), List.of(), null, reference),
                DateResolution.FULL);

        double[] residuals =
                fit.prefit(pulsar.frame(-5e7, 3.1e-4, CHANNELS_MHZ)).residualSeconds();

        assertThat(residuals).containsOnly(new double[] {1e-5}, offset(1e-10));
    }

    /** FD terms have no limit at infinite frequency; PINT leaves them out there. */
    @Test
    void shouldCountPhaseFromAReferenceAtInfiniteFrequency() {
        ArrivalTimes pulsar = new ArrivalTimes(F0, "-1.6e-15", new double[] {10, 0}, 4e-6);
        ObservedFrame reference = new ArrivalTimes(F0, "-1.6e-15", new double[] {0, 0})
                .frame(1e7, 0, new double[] {Double.POSITIVE_INFINITY});
        TimingModel plain = model(F0, "-1.6e-15", 10, 0);
        DispersionTerms evolving = new DispersionTerms(10, List.of(), ArrivalTimes.EPOCH, List.of(), List.of(4e-6));
        TimingFit fit = new TimingFit(
                new TimingRequest(
                        new TimingModel(plain.spin(), null, evolving, null, NoiseModel.NONE),
                        List.of(),
                        List.of(),
                        null,
                        reference),
                DateResolution.FULL);

        double[] residuals = fit.prefit(pulsar.frame(-5e7, 0, CHANNELS_MHZ)).residualSeconds();

        assertThat(residuals).containsExactly(new double[16], offset(1e-10));
    }

    /** Weights of 1e15 s^-2 whose rounding would pass for information if it were left in the sums. */
    @Test
    void shouldLearnNothingFromSubIntegrationsOfOneFrequencyWhenTheirConstantsAreFree() {
        TimingRequest request = request("DM", "DM1", "FD1", "JUMP1");
        TimingModel barycentric = request.model();
        Astrometry position = new Astrometry(
                Astrometry.Frame.EQUATORIAL,
                new Astrometry.Angles(1, 0.2),
                new Astrometry.ProperMotion(0, 0),
                0,
                ArrivalTimes.EPOCH);
        TimingFit fit = new TimingFit(new TimingRequest(
                new TimingModel(barycentric.spin(), position, barycentric.dispersion(), null, NoiseModel.NONE),
                request.fittedTerms(),
                request.jumps(),
                null,
                null));
        NormalEquations sums = fit.empty();
        Random random = new Random(5);
        for (int i = 0; i < 50; i++) {
            ModifiedJulianDate date = ArrivalTimes.EPOCH.plusSeconds(i * 1e6);
            List<ObservedToa> toas = new ArrayList<>();
            for (int k = 0; k < 3; k++) {
                double uncertainty = 3e-8 * (1 + random.nextDouble());
                toas.add(new ObservedToa(date, 1400 + i, uncertainty, 0, List.of(i % 2 == 0 ? OLD : NEW)));
            }
            ObservedFrame frame = new ObservedFrame("gbt", TimeScale.UTC, toas);
            sums.add(fit.contribution(frame, fit.prefit(frame)));
        }

        TimingSolution solution = fit.solve(sums);

        assertThat(solution.undetermined()).containsExactly("OFFSET", "DM", "DM1", "FD1", "JUMP1");
        assertThat(solution.corrections()).containsOnly(0);
        assertThat(solution.quality().chiSquared()).isLessThan(1e-6);
        assertThat(solution.quality().degreesOfFreedom()).isEqualTo(100);
    }

    @Test
    void shouldNameTermsThatItHoldsFixed() {
        TimingFit fit = new TimingFit(request("RAJ", "F0", "PX", "DMX_0001", "PB"));

        assertThat(fit.heldFixed()).containsExactly("RAJ", "PX", "DMX_0001", "PB");
        assertThat(fit.terms()).extracting(TimingTerm::name).containsExactly("OFFSET", "F0");
    }

    @Test
    void shouldScaleColumnsByPowersOfTwoThatRoundNothing() {
        List<TimingTerm> terms = new TimingFit(request("F0", "F1", "DM", "DM1")).terms();

        for (TimingTerm term : terms) {
            double exponent = Math.log(term.scale()) / Math.log(2);
            assertThat(exponent).as(term.name()).isCloseTo(Math.rint(exponent), offset(1e-9));
        }
    }

    @Test
    void shouldRefuseSumsOfOtherTerms() {
        TimingFit fit = new TimingFit(request("F0"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit.solve(NormalEquations.empty(3)))
                .withMessage("sums of 3 terms for a fit of 2");
    }

    /** Fitted model; the pulsar differs from it by what {@link #MOVED} says. */
    private static TimingRequest request(String... fitted) {
        TimingModel plain = model(F0, "-1.6e-15", 10, 0);
        DispersionTerms dispersion =
                new DispersionTerms(10, List.of(0.0), ArrivalTimes.EPOCH, List.of(), List.of(0.0, 0.0));
        return new TimingRequest(
                new TimingModel(plain.spin(), null, dispersion, null, NoiseModel.NONE),
                List.of(fitted),
                List.of(new TimingJump("JUMP1", new ToaSelection("be", "NEW"), 0)),
                null,
                null);
    }

    /** 80 observations over four years; the back end changes after the 40th and the pulses then come 5 us later. */
    private static List<ObservedFrame> frames() {
        ArrivalTimes pulsar = new ArrivalTimes(
                new BigDecimal(F0).add(new BigDecimal("4e-12")).toPlainString(),
                new BigDecimal("-1.6e-15").add(new BigDecimal("-3e-19")).toPlainString(),
                new double[] {10 + 2e-4, -3e-5},
                4e-6,
                -2e-6);
        List<ObservedFrame> frames = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            double seconds = (i * 18.3 - 700) * DAY_SECONDS;
            frames.add(pulsar.frame(seconds, i < 40 ? 7e-6 : 12e-6, CHANNELS_MHZ, i < 40 ? OLD : NEW));
        }
        return frames;
    }

    private static TimingModel model(String frequency, String derivative, double measure, double measurePerYear) {
        double rounded = Double.parseDouble(frequency);
        double remainder =
                new BigDecimal(frequency).subtract(new BigDecimal(rounded)).doubleValue();
        return new TimingModel(
                new SpinModel(
                        rounded, remainder, List.of(Double.parseDouble(derivative)), ArrivalTimes.EPOCH, TimeUnits.TDB),
                null,
                new DispersionTerms(measure, List.of(measurePerYear), ArrivalTimes.EPOCH, List.of(), List.of()),
                null,
                NoiseModel.NONE);
    }
}
