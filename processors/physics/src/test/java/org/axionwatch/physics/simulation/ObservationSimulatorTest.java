package org.axionwatch.physics.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.axionwatch.physics.axion.ResonanceTemplate;
import org.axionwatch.physics.profile.ProfileTemplate;
import org.axionwatch.physics.profile.TemplateFit;
import org.axionwatch.physics.profile.TemplateMatcher;
import org.axionwatch.physics.simulation.ObservationSimulator.Setup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ObservationSimulatorTest {

    private static final long SEED = 20261121;
    private static final int BINS = 256;
    private static final double FLUX_JY = 0.01;
    private static final double WIDTH_TURNS = 0.1;
    private static final double INTEGRATION_SECONDS = 600;

    /** J1933-6211 in the band of the paper. */
    private static Setup setup(@Nullable PowerLawRedNoise redNoise) {
        return new Setup(
                new SimulatedPulsar(
                        new BarycentricPulses(
                                new BarycentricPulses.Spin(282.21231345184149736, -3.08e-16, 59_000),
                                new BarycentricPulses.Medium(11.52, List.of()),
                                null),
                        new PulsedEmission(FLUX_JY, 1400, -1.6, WIDTH_TURNS),
                        redNoise),
                RadioTelescope.GREEN_BANK,
                TiledBand.PAPER,
                new ObservingPlan(59_001, 20, 14, 2, INTEGRATION_SECONDS));
    }

    @Test
    void shouldCoverOneToTwoGigahertzInTilesOfThirtyTwoChannels() {
        double[] frequencies = TiledBand.PAPER.frequenciesMHz();

        assertThat(frequencies).hasSize(640);
        assertThat(frequencies[0]).isEqualTo(1000.78125);
        assertThat(frequencies[32]).isEqualTo(1050.78125);
        assertThat(frequencies[639]).isEqualTo(1999.21875);
    }

    /** 35 K/(1.992 K/Jy)/sqrt(2 x 600 s/256 x 1.5625 MHz) = 17.570 Jy/2706.3 = 6.492 mJy. */
    @Test
    void shouldFillTheBinsWithTheNoiseOfTheRadiometerEquation() {
        ObservationSimulator simulator = new ObservationSimulator(setup(null), null, SEED);
        SummaryStatistics offPulse = new SummaryStatistics();
        SimulatedObservation observation = simulator.observe(0);
        double[][] profiles = simulator.profilesJy(observation, BINS).get(0);
        for (int channel = 0; channel < profiles.length; channel++) {
            double phase = observation.subIntegrations().get(0).arrivalSeconds()[channel] * 282.21231345184149736;
            for (int bin = 0; bin < BINS; bin++) {
                double distance = Math.IEEEremainder((double) bin / BINS - phase, 1);
                if (Math.abs(distance) > 0.25) {
                    offPulse.addValue(profiles[channel][bin]);
                }
            }
        }

        double expected = 6.492e-3;
        assertThat(offPulse.getN()).isGreaterThan(80_000);
        assertThat(offPulse.getStandardDeviation()).isCloseTo(expected, within(0.01 * expected));
        assertThat(offPulse.getMean()).isCloseTo(0, within(4 * expected / Math.sqrt(80_000)));
    }

    @Test
    void shouldAverageAProfileToTheFluxDensityOfThePowerLaw() {
        Setup bright = new Setup(
                setup(null).pulsar(),
                new RadioTelescope(1e-3, 2, 2),
                TiledBand.PAPER,
                setup(null).plan());
        double[][] profiles = simulate(bright);

        for (int channel : new int[] {0, 320, 639}) {
            double mean = 0;
            for (double flux : profiles[channel]) {
                mean += flux / BINS;
            }
            double expected = FLUX_JY * Math.pow(TiledBand.PAPER.frequenciesMHz()[channel] / 1400, -1.6);
            assertThat(mean).isCloseTo(expected, within(1e-4 * expected));
        }
    }

    private static double[][] simulate(Setup setup) {
        ObservationSimulator simulator = new ObservationSimulator(setup, null, SEED);
        return simulator.profilesJy(simulator.observe(0), BINS).get(0);
    }

    @Test
    void shouldScatterMeasuredArrivalsByTheStatedUncertainty() {
        ObservationSimulator simulator = new ObservationSimulator(setup(null), null, SEED);
        SummaryStatistics pulls = new SummaryStatistics();
        for (int epoch = 0; epoch < 10; epoch++) {
            SimulatedObservation observation = simulator.observe(epoch);
            double[] measured = simulator.arrivalsSeconds(observation).get(0);
            var truth = observation.subIntegrations().get(0);
            for (int i = 0; i < measured.length; i++) {
                pulls.addValue((measured[i] - truth.arrivalSeconds()[i]) / truth.uncertaintySeconds()[i]);
            }
        }

        assertThat(pulls.getStandardDeviation()).isCloseTo(1, within(4 / Math.sqrt(2.0 * pulls.getN())));
        assertThat(pulls.getMean()).isCloseTo(0, within(4 / Math.sqrt(pulls.getN())));
    }

    @Test
    void shouldGiveTheSameScatterWhenTheProfilesAreMatchedWithTheirTemplate() {
        ObservationSimulator simulator = new ObservationSimulator(setup(null), null, SEED);
        TemplateMatcher matcher = new TemplateMatcher(ProfileTemplate.gaussian(WIDTH_TURNS, BINS));
        SummaryStatistics pulls = new SummaryStatistics();
        for (int epoch = 0; epoch < 3; epoch++) {
            SimulatedObservation observation = simulator.observe(epoch);
            var truth = observation.subIntegrations().get(1);
            double[][] profiles = simulator.profilesJy(observation, BINS).get(1);
            for (int i = 0; i < profiles.length; i++) {
                TemplateFit fit = matcher.fit(profiles[i]);
                double phase = truth.arrivalSeconds()[i] / truth.periodSeconds();
                double error = Math.IEEEremainder(fit.shiftTurns() - phase, 1) * truth.periodSeconds();
                pulls.addValue(error / truth.uncertaintySeconds()[i]);
            }
        }

        assertThat(pulls.getStandardDeviation()).isCloseTo(1, within(0.06));
        assertThat(pulls.getMean()).isCloseTo(0, within(4 / Math.sqrt(pulls.getN())));
    }

    @Test
    void shouldDelayOnlyTheChannelsNearTheResonanceByTheInjectedSignalToNoise() {
        InjectedResonance resonance = new InjectedResonance(1400.78125, 3, ResonanceTemplate.DEFAULT);
        double[] without = arrivals(setup(null), null);
        double[] with = arrivals(setup(null), resonance);

        double uncertainty = new ObservationSimulator(setup(null), null, SEED)
                .observe(4)
                .subIntegrations()
                .get(0)
                .uncertaintySeconds()[256];
        assertThat(TiledBand.PAPER.frequenciesMHz()[256]).isEqualTo(1400.78125);
        assertThat(with[256] - without[256]).isCloseTo(3 * uncertainty, within(1e-6 * uncertainty));
        assertThat(with[0] - without[0]).isCloseTo(0, within(1e-3 * uncertainty));
    }

    @Test
    void shouldWarpAllChannelsOfASubIntegrationAlikeWhenThereIsRedNoise() {
        double[] without = arrivals(setup(null), null);
        double[] with = arrivals(setup(new PowerLawRedNoise(-11, 3, 30)), null);

        double warp = with[0] - without[0];
        assertThat(Math.abs(warp)).isGreaterThan(1e-9);
        for (int i = 0; i < with.length; i++) {
            assertThat(with[i] - without[i]).isCloseTo(warp, within(1e-15));
        }
    }

    @Test
    void shouldGiveAnEpochTheSameNoiseWhicheverOthersAreObserved() {
        ObservationSimulator all = new ObservationSimulator(setup(null), null, SEED);
        for (int epoch = 0; epoch < 5; epoch++) {
            all.arrivalsSeconds(all.observe(epoch));
        }
        ObservationSimulator one = new ObservationSimulator(setup(null), null, SEED);

        assertThat(one.arrivalsSeconds(one.observe(5)).get(1))
                .isEqualTo(all.arrivalsSeconds(all.observe(5)).get(1));
    }

    @Test
    void shouldRefusePlansThatCannotBeObserved() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ObservingPlan(59_000, 0, 14, 1, 600));
        assertThatIllegalArgumentException().isThrownBy(() -> new ObservingPlan(59_000, 2, 0.01, 2, 600));
        assertThatIllegalArgumentException().isThrownBy(() -> new ObservingPlan(10, 2, 14, 2, 600));
        assertThatIllegalArgumentException().isThrownBy(() -> new ObservingPlan(59_000, 2, Double.NaN, 2, 600));
        assertThatIllegalArgumentException().isThrownBy(() -> new TiledBand(1000, 50, 2000, 32));
        assertThatIllegalArgumentException().isThrownBy(() -> new PulsedEmission(1, 1400, 0, 0.6));
    }

    private static double[] arrivals(Setup setup, @Nullable InjectedResonance resonance) {
        return new ObservationSimulator(setup, resonance, SEED)
                .observe(4)
                .subIntegrations()
                .get(0)
                .arrivalSeconds();
    }
}
