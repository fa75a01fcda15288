package org.axionwatch.physics.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import org.axionwatch.physics.SharedReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedNoiseTest {

    /** Weights of PINT's PLRedNoise for TNREDAMP -13.1, TNREDGAM 2.86, TNREDC 15, a sine and a cosine of each frequency. */
    @Test
    void shouldHaveThePriorVariancesOfPint() throws IOException {
        JsonNode pint = new ObjectMapper()
                .readTree(Files.readString(SharedReference.path("data/pulsar/simulated/fake1933_null.fit.json")));
        RedNoise red = new RedNoise(-13.1, 2.86, 15, pint.get("tspan_s").asDouble());
        JsonNode weights = pint.get("noise_weights_s2");

        assertThat(weights).hasSize(30);
        for (int i = 0; i < weights.size(); i++) {
            assertThat(red.priorVariance(1 + i / 2)).isCloseTo(weights.get(i).asDouble(), withPercentage(1e-10));
        }
    }

    /** With T of one year and the first component, f = f_yr and phi = A^2/(12 pi^2) f_yr^-2, whatever gamma is. */
    @ParameterizedTest
    @CsvSource({"-14, 4.333", "-14, 0", "-12, 2"})
    void shouldNotDependOnTheIndexAtOnePerYear(double log10Amplitude, double spectralIndex) {
        double year = 365.25 * 86400;

        double variance = new RedNoise(log10Amplitude, spectralIndex, 1, year).priorVariance(1);

        double amplitude = Math.pow(10, log10Amplitude);
        assertThat(variance)
                .isCloseTo(amplitude * amplitude * year * year / (12 * Math.PI * Math.PI), withPercentage(1e-10));
    }

    @ParameterizedTest
    @CsvSource({"NaN, 3, 5, 1e8", "-13, Infinity, 5, 1e8", "-13, 3, 0, 1e8", "-13, 3, 5, 0", "-13, 3, 5, NaN"})
    void shouldRefuseWhatIsNoSpectrum(double log10Amplitude, double spectralIndex, int components, double span) {
        assertThatThrownBy(() -> new RedNoise(log10Amplitude, spectralIndex, components, span))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("red noise");
    }
}
