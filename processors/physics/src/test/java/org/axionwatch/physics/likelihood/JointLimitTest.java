package org.axionwatch.physics.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JointLimitTest {

    @Test
    void shouldBeTheWeightedMeanWhenCurvesAreParabolas() {
        JointLimit limit = new JointLimit();
        addGaussian(limit, 1, 0.5);
        addGaussian(limit, 2, 1);

        double weight = 1 / 0.25 + 1;
        double mean = (1 / 0.25 + 2) / weight;
        double sigma = 1 / Math.sqrt(weight);
        assertThat(limit.best()).isCloseTo(mean, within(1e-6));
        assertThat(limit.significance()).isCloseTo(mean / sigma, within(1e-6));
        assertThat(limit.upperLimit(2.71).orElseThrow()).isCloseTo(mean + Math.sqrt(2.71) * sigma, within(1e-6));
    }

    @Test
    void shouldRepeatTheLimitOfItsOnlyCurve() {
        JointLimit limit = new JointLimit();
        addGaussian(limit, -3, 2);

        assertThat(limit.upperLimit(2.71).orElseThrow()).isCloseTo(-3 + 2 * Math.sqrt(2.71), within(1e-6));
        assertThat(limit.significance()).isCloseTo(-1.5, within(1e-6));
    }

    @Test
    void shouldNotFallBelowTheExpectedLimitAtMinusOneSigmaWhenTheDataFluctuateDown() {
        JointLimit limit = new JointLimit();
        addGaussian(limit, -3, 1);
        limit.expect(1.6448536269514722);

        assertThat(limit.powerConstrainedLimit(2.71).orElseThrow()).isCloseTo(0.6448536269514722, within(1e-12));
    }

    @Test
    void shouldRescaleAmplitudesByThePowerOfTheReferenceCouplings() {
        assertThat(JointLimit.rescaled(new double[] {3}, 2e-20, 1e-20, 2)).containsExactly(12);
    }

    @Test
    void shouldRefuseProfileThatIsNotFinite() {
        assertThatThrownBy(() -> new JointLimit().add(new double[] {0, 1, 2}, new double[] {1, Double.NaN, 1}))
                .isInstanceOf(LikelihoodException.class);
    }

    private static void addGaussian(JointLimit limit, double mean, double sigma) {
        double[] values = IntStream.rangeClosed(-20, 20)
                .mapToDouble(i -> mean + 0.25 * sigma * i)
                .toArray();
        double[] profile = IntStream.range(0, values.length)
                .mapToDouble(i -> Math.pow((values[i] - mean) / sigma, 2))
                .toArray();
        limit.add(values, profile);
    }
}
