package org.axionwatch.physics.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

class CashStatisticTest {

    @Test
    void shouldBeTwiceTheLogProbabilityBelowTheSaturatedModel() {
        double[] counts = {4, 17, 1};
        double[] means = {6.5, 11, 0.2};
        double expected = 0;
        for (int i = 0; i < counts.length; i++) {
            expected += 2
                    * (new PoissonDistribution(counts[i]).logProbability((int) counts[i])
                            - new PoissonDistribution(means[i]).logProbability((int) counts[i]));
        }
        assertThat(new CashStatistic(counts).of(means)).isCloseTo(expected, within(1e-10));
    }

    @Test
    void shouldBeTwiceTheMeanOfAnEmptyBinAndInfiniteForCountsWithoutMean() {
        assertThat(new CashStatistic(new double[2]).of(new double[] {1.5, 0})).isEqualTo(3);
        assertThat(new CashStatistic(new double[] {1}).of(new double[] {0})).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void shouldRefuseNegativeOrMissingMeans() {
        CashStatistic cash = new CashStatistic(new double[] {3});
        assertThatThrownBy(() -> cash.of(new double[] {-1})).isInstanceOf(LikelihoodException.class);
        assertThatThrownBy(() -> cash.of(new double[] {Double.NaN})).isInstanceOf(LikelihoodException.class);
        assertThatThrownBy(() -> cash.of(new double[0])).isInstanceOf(LikelihoodException.class);
    }
}
