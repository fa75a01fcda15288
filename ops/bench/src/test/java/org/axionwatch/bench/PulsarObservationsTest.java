package org.axionwatch.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.axionwatch.physics.dispersion.InFrameResiduals;
import org.axionwatch.records.TrustedRecords;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PulsarObservationsTest {
    private static final long SEED = 20;
    private static final int CHANNELS = 64;
    private static final int PULSARS = 3;

    private final PulsarObservations observations = new PulsarObservations(SEED, PULSARS, CHANNELS);

    @BeforeAll
    static void trust() {
        TrustedRecords.trust();
    }

    @Test
    void shouldBeWhiteNoiseOfTheStatedUncertaintyUnderItsOwnTimingModel() {
        var residuals = new InFrameResiduals(PulsarObservations.timingModel());
        int frames = 200;

        double chiSquared = IntStream.range(0, frames)
                .mapToDouble(frame ->
                        residuals.of(observations.observed(frame)).goodness().chiSquared())
                .sum();

        // chi^2 of nu degrees of freedom scatters by sqrt(2 nu); one constant and one nu^-2 are fitted in each frame.
        double degreesOfFreedom = frames * (CHANNELS - 2.0);
        assertThat(chiSquared).isCloseTo(degreesOfFreedom, within(4 * Math.sqrt(2 * degreesOfFreedom)));
    }

    @Test
    void shouldGiveTheSameFrameForTheSameSeedAndNumberOnly() {
        var again = new PulsarObservations(SEED, PULSARS, CHANNELS);

        assertThat(observations.record(7)).isEqualTo(again.record(7)).isNotEqualTo(again.record(8));
        assertThat(observations.record(7)).isNotEqualTo(new PulsarObservations(SEED + 1, PULSARS, CHANNELS).record(7));
    }

    @Test
    void shouldSpreadFramesOverThePulsarsThatHaveAnEphemeris() {
        assertThat(observations.ephemerides())
                .extracting(ephemeris -> ephemeris.getPulsar())
                .containsExactlyElementsOf(IntStream.range(0, PULSARS)
                        .mapToObj(frame -> observations.record(frame).getPulsar())
                        .toList());
    }
}
