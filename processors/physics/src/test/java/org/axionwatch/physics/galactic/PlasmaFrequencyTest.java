package org.axionwatch.physics.galactic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import org.assertj.core.data.Percentage;
import org.axionwatch.physics.SharedReference;
import org.junit.jupiter.api.Test;

class PlasmaFrequencyTest {

    @Test
    void shouldMatchReferenceVectors() {
        for (JsonNode vector : SharedReference.vectors("galactic.plasma-frequency")) {
            double density = vector.get("inputs").get("ne_cm3").asDouble();
            assertThat(PlasmaFrequency.electronVolts(density))
                    .isCloseTo(vector.get("output").asDouble(), Percentage.withPercentage(1e-4));
        }
    }

    @Test
    void shouldMatchQuotedValueWhenDensityIsInterstellar() {
        assertThat(PlasmaFrequency.electronVolts(0.01)).isCloseTo(3.7e-12, Percentage.withPercentage(1));
    }

    @Test
    void shouldRefuseWhenDensityIsNotANumber() {
        assertThatIllegalArgumentException().isThrownBy(() -> PlasmaFrequency.electronVolts(Double.NaN));
    }
}
