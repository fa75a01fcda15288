package org.axionwatch.physics.axion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.axionwatch.physics.axion.AmplitudeConsistency.Part;
import org.junit.jupiter.api.Test;

class AmplitudeConsistencyTest {

    @Test
    void shouldGiveTheSquaredPullOfTwoAmplitudes() {
        // two parts: chi-squared is (difference)^2/(sum of variances), its probability erfc(pull/sqrt 2)
        AmplitudeConsistency consistency = AmplitudeConsistency.of(List.of(new Part(1e-6, 3e-7), new Part(2e-6, 4e-7)))
                .orElseThrow();

        assertThat(consistency.chiSquared()).isCloseTo(4, offset(1e-12));
        assertThat(consistency.degreesOfFreedom()).isEqualTo(1);
        assertThat(consistency.probability()).isCloseTo(0.04550026389635842, offset(1e-12));
    }

    @Test
    void shouldAgreeWithTheClosedFormForThreeParts() {
        // equal weights, amplitudes -1, 0, 1: chi-squared 2 with 2 degrees of freedom, probability exp(-1)
        AmplitudeConsistency consistency = AmplitudeConsistency.of(
                        List.of(new Part(-1, 1), new Part(0, 1), new Part(1, 1)))
                .orElseThrow();

        assertThat(consistency.chiSquared()).isCloseTo(2, offset(1e-12));
        assertThat(consistency.probability()).isCloseTo(Math.exp(-1), offset(1e-12));
    }

    @Test
    void shouldHaveNothingToCompareWithFewerThanTwoParts() {
        assertThat(AmplitudeConsistency.of(List.of())).isEmpty();
        assertThat(AmplitudeConsistency.of(List.of(new Part(1, 1)))).isEmpty();
    }
}
