package org.axionwatch.ml.observer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;

class ObserverPerformanceTest {

    /** Two unit normal distributions a distance d apart: area Phi(d / sqrt 2), accuracy half way Phi(d / 2). */
    @Test
    void shouldFindAreaAndAccuracyOfTwoNormalDistributionsWithErrorsThatMatchTheirScatter() {
        double distance = 1.2;
        NormalDistribution normal = new NormalDistribution(0, 1);
        Random random = new Random(4);
        SummaryStatistics areas = new SummaryStatistics();
        SummaryStatistics areaErrors = new SummaryStatistics();
        SummaryStatistics accuracies = new SummaryStatistics();
        SummaryStatistics accuracyErrors = new SummaryStatistics();
        for (int trial = 0; trial < 400; trial++) {
            double[] noise = random.doubles(150)
                    .map(u -> normal.inverseCumulativeProbability(u))
                    .toArray();
            double[] signal = random.doubles(100)
                    .map(u -> distance + normal.inverseCumulativeProbability(u))
                    .toArray();
            ObserverPerformance found = ObserverPerformance.of(noise, signal, distance / 2);
            areas.addValue(found.area());
            areaErrors.addValue(found.areaError());
            accuracies.addValue(found.accuracy());
            accuracyErrors.addValue(found.accuracyError());
        }
        double area = normal.cumulativeProbability(distance / Math.sqrt(2));
        double accuracy = normal.cumulativeProbability(distance / 2);

        assertThat(areas.getMean()).isCloseTo(area, offset(4 * areas.getStandardDeviation() / 20));
        assertThat(accuracies.getMean()).isCloseTo(accuracy, offset(4 * accuracies.getStandardDeviation() / 20));
        assertThat(areaErrors.getMean() / areas.getStandardDeviation()).isBetween(0.85, 1.15);
        assertThat(accuracyErrors.getMean() / accuracies.getStandardDeviation()).isBetween(0.85, 1.15);
    }

    @Test
    void shouldCountTiesByHalf() {
        ObserverPerformance found = ObserverPerformance.of(new double[] {0, 1}, new double[] {1, 2}, 1);

        assertThat(found.area()).isEqualTo(3.5 / 4);
        assertThat(found.accuracy()).isEqualTo(0.75);
    }

    @Test
    void shouldRefuseScoresThatSayNothing() {
        assertThatThrownBy(() -> ObserverPerformance.of(new double[1], new double[5], 0))
                .hasMessageContaining("two noise scores");
        assertThatThrownBy(() -> ObserverPerformance.of(new double[2], new double[] {1, Double.NaN}, 0))
                .hasMessageContaining("signal score is not a number");
    }
}
