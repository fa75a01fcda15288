package org.axionwatch.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axionwatch.physics.axion.ResonanceTemplate;
import org.axionwatch.physics.dispersion.FrameResidual;
import org.axionwatch.physics.dispersion.InFrameProjection;
import org.axionwatch.physics.dispersion.InFrameResiduals;
import org.axionwatch.physics.dispersion.ObservedFrame;
import org.axionwatch.physics.dispersion.ObservedToa;
import org.axionwatch.physics.dispersion.ResidualCurve;
import org.axionwatch.physics.simulation.RandomStreams;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.axionwatch.physics.time.TimeScale;
import org.axionwatch.records.TrustedRecords;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PulsarObservationsTest {
    private static final int FRAMES = 24;
    private static final long[] SEEDS = {1, 2, 3, 4};

    static Stream<PulsarDesign> pulsars() {
        return PulsarDesign.campaign().stream();
    }

    @BeforeAll
    static void trustRecords() {
        TrustedRecords.trust();
    }

    @ParameterizedTest
    @MethodSource("pulsars")
    void shouldAgreeWithTheTimingModelToAHundredthOfANanosecondWhenNothingDisturbs(PulsarDesign pulsar) {
        PulsarObservations observations = new PulsarObservations(pulsar, new RandomStreams(1), FRAMES);
        for (PulsarObservations.Prediction frame : observations.frames()) {
            PulsarToaFrame record =
                    PulsarRecords.frame(pulsar, frame.layout(), frame.arrivals().times());
            assertThat(residual(pulsar, record).curve().residualSeconds())
                    .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-11 ? 0 : Double.compare(a, b))
                    .containsOnly(0);
        }
    }

    @ParameterizedTest
    @MethodSource("pulsars")
    void shouldScatterAsTheUncertaintiesSayInSpiteOfRedNoiseJumpsAndDispersion(PulsarDesign pulsar) {
        double chiSquared = 0;
        double degreesOfFreedom = 0;
        for (FrameResidual residual : residuals(pulsar, 0)) {
            chiSquared += residual.goodness().chiSquared();
            degreesOfFreedom += residual.goodness().degreesOfFreedom();
        }
        double fourSigma = 4 * Math.sqrt(2 * degreesOfFreedom);
        assertThat(chiSquared).isCloseTo(degreesOfFreedom, within(fourSigma));
    }

    @ParameterizedTest
    @MethodSource("pulsars")
    void shouldContainTheResonanceWithTheAmplitudeThatWasInjected(PulsarDesign pulsar) {
        double amplitude = 5e-6;
        double numerator = 0;
        double denominator = 0;
        for (FrameResidual residual : residuals(pulsar, amplitude)) {
            ResidualCurve curve = residual.curve();
            InFrameProjection projection = curve.projection();
            double[] line = projection.project(ResonanceTemplate.DEFAULT.sample(
                    curve.barycentricFrequencyMHz(), INJECTION.resonanceFrequencyMHz()));
            numerator += projection.product(line, curve.residualSeconds());
            denominator += projection.product(line, line);
        }
        double sigma = 1 / Math.sqrt(denominator);
        assertThat(numerator / denominator)
                .isCloseTo(amplitude, within(4 * sigma))
                .isGreaterThan(10 * sigma);
    }

    @Test
    void shouldScaleTheAmplitudeToTheSignificanceOfTheWholeStack() {
        PulsarObservations observations =
                new PulsarObservations(PulsarDesign.campaign().get(0), new RandomStreams(1), FRAMES);
        double ten = new PulsarInjection(1400, 10).amplitudeSeconds(observations);
        double twenty = new PulsarInjection(1400, 20).amplitudeSeconds(observations);
        assertThat(twenty / ten).isCloseTo(2, within(1e-12));
        assertThat(ten).isBetween(1e-7, 1e-4);
    }

    private static final PulsarInjection INJECTION = new PulsarInjection(1437.3, 15);

    private static List<FrameResidual> residuals(PulsarDesign pulsar, double amplitudeSeconds) {
        return LongStream.of(SEEDS)
                .mapToObj(seed -> new PulsarObservations(pulsar, new RandomStreams(seed), FRAMES))
                .flatMap(observations -> observations.observe(INJECTION, amplitudeSeconds).stream())
                .map(record -> residual(pulsar, (PulsarToaFrame) record.value()))
                .toList();
    }

    private static FrameResidual residual(PulsarDesign pulsar, PulsarToaFrame frame) {
        List<ObservedToa> toas = new ArrayList<>();
        frame.getChannels()
                .forEach(channel -> toas.add(new ObservedToa(
                        new ModifiedJulianDate(
                                channel.getTime().getDay(), channel.getTime().getFraction()),
                        channel.getFrequencyMHz(),
                        channel.getUncertaintySeconds(),
                        channel.getSubIntegration(),
                        List.of())));
        TimeScale scale = TimeScale.valueOf(frame.getTimeScale().name());
        return new InFrameResiduals(DesignTimingModel.of(pulsar))
                .of(new ObservedFrame(frame.getObservatory(), scale, toas));
    }
}
