package org.axionwatch.physics.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;

class PowerLawRedNoiseTest {

    private static final long SEED = 3;
    private static final double SPAN_SECONDS = 98553600.0034696;
    private static final PowerLawRedNoise NOISE = new PowerLawRedNoise(-13.1, 2.86, 15);

    @Test
    void shouldHaveThePriorThatPintWroteForTheSameParameters() {
        double[] variance = NOISE.varianceSeconds2(SPAN_SECONDS);

        assertThat(variance).hasSize(15);
        assertThat(variance[0]).isCloseTo(4.411887207324628e-13, within(1e-25));
        assertThat(variance[1]).isCloseTo(6.076851355526976e-14, within(1e-26));
        assertThat(variance[2]).isCloseTo(1.905713508295965e-14, within(1e-26));
        assertThat(variance[14]).isCloseTo(1.9098682104584993e-16, within(1e-28));
    }

    /** The variance of the process at any time is the sum of the prior's. */
    @Test
    void shouldScatterAsThePriorSaysOverManyRealisations() {
        RandomStreams streams = new RandomStreams(SEED);
        SummaryStatistics delays = new SummaryStatistics();
        SummaryStatistics changes = new SummaryStatistics();
        int draws = 4_000;
        for (int i = 0; i < draws; i++) {
            var realisation = NOISE.draw(SPAN_SECONDS, streams.named("draw/" + i));
            delays.addValue(realisation.delaySeconds(0.3 * SPAN_SECONDS));
            changes.addValue(
                    realisation.delaySeconds(0.55 * SPAN_SECONDS) - realisation.delaySeconds(0.3 * SPAN_SECONDS));
        }

        double total = 0;
        double structure = 0;
        for (int k = 1; k <= 15; k++) {
            double prior = 4.411887207324628e-13 * Math.pow(k, -2.86);
            total += prior;
            structure += 2 * prior * (1 - Math.cos(2 * Math.PI * k * 0.25));
        }
        double relativeError = Math.sqrt(2.0 / draws);
        assertThat(delays.getVariance()).isCloseTo(total, within(4 * relativeError * total));
        assertThat(changes.getVariance()).isCloseTo(structure, within(4 * relativeError * structure));
        assertThat(delays.getMean()).isCloseTo(0, within(4 * Math.sqrt(total / draws)));
    }
}
