package org.axionwatch.physics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhysicalConstantsTest {

    @ParameterizedTest
    @CsvSource({
        // CODATA 2018, and the conversions that PULSAR.md of the reference notes quotes
        // 1.1)
        "hbar_eV_s, 6.582119569e-16",
        "h_eV_s, 4.135667696e-15",
        "hbarc_eV_m, 1.973269804e-7",
        "gauss_eV2, 1.953527712e-2",
        "critical_field_G, 4.414005e13",
        "GeV5_erg_cm3_s, 3.168000e62",
        "local_density_eV4, 2.919732e-6",
        "keV_K, 1.160451812e7",
    })
    void shouldMatchQuotedValueWhenLookedUpByName(String name, double expected) {
        assertThat(PhysicalConstants.named(name).orElseThrow().value())
                .isCloseTo(expected, Percentage.withPercentage(1e-4));
    }

    @Test
    void shouldFindNothingWhenNameIsUnknown() {
        assertThat(PhysicalConstants.named("speed_of_sound")).isEmpty();
    }

    @Test
    void shouldMatchReferenceVectors() {
        for (JsonNode vector : SharedReference.vectors("constants")) {
            String name = vector.get("inputs").get("name").asText();
            double expected = vector.get("output").asDouble();
            double relative =
                    Math.abs(PhysicalConstants.named(name).orElseThrow().value() / expected - 1);
            assertThat(relative).as(name).isLessThan(vector.get("rtol").asDouble());
        }
    }
}
