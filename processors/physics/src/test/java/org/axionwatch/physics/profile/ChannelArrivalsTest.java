package org.axionwatch.physics.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.axionwatch.physics.profile.ChannelArrivals.SkippedChannel;
import org.axionwatch.physics.profile.FoldedSubIntegration.Channel;
import org.axionwatch.physics.profile.FoldedSubIntegration.RemovedDispersion;
import org.junit.jupiter.api.Test;

class ChannelArrivalsTest {

    private static final double PERIOD_SECONDS = 0.004;
    private static final int BINS = 128;
    private static final double NOISE = 0.02;
    private static final ProfileTemplate TEMPLATE = ProfileTemplate.gaussian(0.1, BINS);

    /** Plasma delay between 1 and 2 GHz at DM 11.520 with K = 1/2.41e-4: PULSAR.md of the physics notes. */
    private static final double PLASMA_DELAY_SECONDS = 0.0358506224;

    private final Random random = new Random(11);

    @Test
    void shouldTellTheArrivalsOnBothSidesOfPhaseZero() {
        List<Channel> channels = List.of(channel(1100, 0.02), channel(1200, -0.02), channel(1300, 0.49));

        ChannelArrivals arrivals = ChannelArrivals.of(folded(channels, RemovedDispersion.NONE), TEMPLATE, 8);

        assertThat(arrivals.skipped()).isEmpty();
        assertThat(arrivals.arrivals())
                .extracting(ChannelArrivals.Arrival::offsetSeconds)
                .satisfiesExactly(
                        offset -> assertThat(offset).isCloseTo(8e-5, within(1e-5)),
                        offset -> assertThat(offset).isCloseTo(-8e-5, within(1e-5)),
                        offset -> assertThat(offset).isCloseTo(1.96e-3, within(1e-5)));
    }

    @Test
    void shouldPutBackTheDispersionThatWasRemovedBetweenTheChannels() {
        List<Channel> channels = List.of(channel(1000, 0.1), channel(2000, 0.1));
        RemovedDispersion removed = new RemovedDispersion(11.520, 1400);

        List<ChannelArrivals.Arrival> arrivals =
                ChannelArrivals.of(folded(channels, removed), TEMPLATE, 8).arrivals();

        assertThat(arrivals.get(0).offsetSeconds() - arrivals.get(1).offsetSeconds())
                .isCloseTo(PLASMA_DELAY_SECONDS, within(2e-5));
    }

    @Test
    void shouldCountEveryChannelThatHasNoArrival() {
        List<Channel> channels = new ArrayList<>();
        channels.add(channel(1000, 0));
        channels.add(new Channel(1010, 0, channel(1010, 0).intensities()));
        channels.add(new Channel(1020, 1, new double[BINS]));
        channels.add(new Channel(1030, 1, noise()));
        channels.add(new Channel(1040, 1, ProfileTemplate.gaussianPulse(0.1, 0.3, BINS)));

        ChannelArrivals arrivals = ChannelArrivals.of(folded(channels, RemovedDispersion.NONE), TEMPLATE, 8);

        assertThat(arrivals.arrivals())
                .extracting(ChannelArrivals.Arrival::channel)
                .containsExactly(0);
        assertThat(arrivals.skipped())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        SkippedChannel.ZERO_WEIGHT, 1,
                        SkippedChannel.FLAT_PROFILE, 1,
                        SkippedChannel.LOW_SIGNAL_TO_NOISE, 1,
                        SkippedChannel.NO_NOISE, 1));
    }

    private FoldedSubIntegration folded(List<Channel> channels, RemovedDispersion removed) {
        return new FoldedSubIntegration(PERIOD_SECONDS, channels, removed);
    }

    private Channel channel(double frequencyMHz, double phase) {
        double[] profile = ProfileTemplate.gaussianPulse(0.1, phase, BINS);
        double[] noise = noise();
        for (int bin = 0; bin < BINS; bin++) {
            profile[bin] += noise[bin];
        }
        return new Channel(frequencyMHz, 1, profile);
    }

    private double[] noise() {
        double[] noise = new double[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            noise[bin] = NOISE * random.nextGaussian();
        }
        return noise;
    }
}
