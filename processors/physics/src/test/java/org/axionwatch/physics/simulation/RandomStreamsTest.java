package org.axionwatch.physics.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
    private static final long SEED = 20261121;

    @Test
    void shouldRepeatASubStreamWhenSeedAndNameAreTheSame() {
        assertThat(new RandomStreams(SEED).named("a").nextLong(0, Long.MAX_VALUE))
                .isEqualTo(new RandomStreams(SEED).named("a").nextLong(0, Long.MAX_VALUE));
    }

    @Test
    void shouldNotDependOnWhatOtherSubStreamsDrew() {
        RandomStreams streams = new RandomStreams(SEED);
        RandomDataGenerator other = streams.named("b");
        for (int i = 0; i < 1000; i++) {
            other.nextGaussian(0, 1);
        }
        assertThat(streams.named("a").nextUniform(0, 1))
                .isEqualTo(new RandomStreams(SEED).named("a").nextUniform(0, 1));
    }

    @Test
    void shouldBeUncorrelatedWhenNamesOrSeedsDiffer() {
        assertThat(correlation(new RandomStreams(SEED).named("a"), new RandomStreams(SEED).named("b")))
                .isBetween(-0.05, 0.05);
        assertThat(correlation(new RandomStreams(SEED).named("a"), new RandomStreams(SEED + 1).named("a")))
                .isBetween(-0.05, 0.05);
    }

    private static double correlation(RandomDataGenerator one, RandomDataGenerator other) {
        int draws = 10_000;
        double sum = 0;
        for (int i = 0; i < draws; i++) {
            sum += one.nextGaussian(0, 1) * other.nextGaussian(0, 1);
        }
        return sum / draws;
    }
}
