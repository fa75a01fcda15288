package org.axionwatch.physics.axion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UniformAmplitudeTest {

    @ParameterizedTest
    @CsvSource({"0, 2, 1.3, 0.7", "1, 2, -4, 3", "1, 2, 30, 3", "0.1, 0.5, 0.3, 0.01", "40, 60, 55, 1.3"})
    void shouldEqualNumericalIntegralOverAmplitude(double least, double greatest, double numerator, double norm) {
        double peak = Math.max(least, Math.min(greatest, numerator / norm));
        double exponent = peak * numerator - 0.5 * peak * peak * norm;
        double integral = new IterativeLegendreGaussIntegrator(30, 1e-12, 1e-300)
                .integrate(
                        1_000_000,
                        amplitude -> Math.exp(amplitude * numerator - 0.5 * amplitude * amplitude * norm - exponent),
                        least,
                        greatest);

        assertThat(new UniformAmplitude(least, greatest).logLikelihoodRatio(numerator, norm))
                .isCloseTo(exponent + Math.log(integral / (greatest - least)), offset(1e-9));
    }

    @Test
    void shouldRefuseRangeThatIsEmptyOrNotANumber() {
        assertThatThrownBy(() -> new UniformAmplitude(2, 2)).hasMessageContaining("range");
        assertThatThrownBy(() -> new UniformAmplitude(Double.NaN, 2)).hasMessageContaining("NaN");
    }
}
