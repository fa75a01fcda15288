package org.axionwatch.physics.bandpass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.commons.math3.complex.Complex;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.axionwatch.physics.SharedReference;
import org.junit.jupiter.api.Test;

class BandpassAxionTest {

    @Test
    void shouldMatchReferenceWhenFormFactorHasOneInvariant() {
        for (JsonNode vector : SharedReference.vectors("bandpass.form-factor")) {
            JsonNode in = vector.get("inputs");
            double p = in.get("p_over_mpsi").asDouble();
            BandpassAxion axion = new BandpassAxion(1, number(in, "mchi_over_mpsi"));
            boolean timelike = in.get("kind").asText().equals("timelike");
            Complex actual = timelike ? axion.timelikeFormFactor(p) : axion.spacelikeFormFactor(p);
            assertThat(actual.getReal()).as(vector.toString()).isCloseTo(expected(vector, 0), tolerance(vector, 0));
            assertThat(actual.getImaginary())
                    .as(vector.toString())
                    .isCloseTo(expected(vector, 1), tolerance(vector, 1));
        }
    }

    @Test
    void shouldMatchReferenceWhenExperimentsAreSuppressed() {
        for (JsonNode vector : SharedReference.vectors("bandpass.suppression")) {
            JsonNode in = vector.get("inputs");
            ConversionRegion region = ConversionRegion.of(
                    number(in, "mgamma_eV"), number(in, "mg2_sign"), number(in, "omega_eV"), number(in, "L_m"));
            BandpassAxion axion = new BandpassAxion(number(in, "mpsi_eV"), number(in, "mchi_eV"));
            double expected = vector.get("output").asDouble();
            assertThat(axion.suppression(region, number(in, "ma_eV"), number(in, "mD_eV")))
                    .as(vector.toString())
                    .isCloseTo(expected, Offset.offset(vector.get("rtol").asDouble() * expected));
        }
    }

    @Test
    void shouldPassUnsuppressedBetweenTheTwoMasses() {
        Complex vertex = new BandpassAxion(1e-9, 1e-3).spacelikeFormFactor(1e-6);
        assertThat(vertex.getReal()).isCloseTo(1, Percentage.withPercentage(0.1));
        assertThat(vertex.getImaginary()).isZero();
    }

    @Test
    void shouldFollowLeadingOrderWhenMomentaAreSmall() {
        Complex vertex = new BandpassAxion(1, 10).formFactor(1e-6, -3e-7, 2e-7);
        assertThat(vertex.getReal())
                .isCloseTo(-(1e-6 - 3e-7 + 2e-7) / 12 * (1 - 0.01), Percentage.withPercentage(1e-4));
    }

    @Test
    void shouldHaveFullNegativeChargeInVacuumAndNearlyNoneInAStar() {
        assertThat(Millicharge.effectiveRatio(0, 6e-4)).isEqualTo(-1);
        assertThat(Math.pow(Millicharge.effectiveRatio(1e6, 6e-4), 2))
                .isCloseTo(1.296e-25, Percentage.withPercentage(0.01));
    }

    @Test
    void shouldGiveTheCurvesOfThePaper() {
        assertThat(Millicharge.largestMixing(6e-4)).isCloseTo(2.5e-9, Percentage.withPercentage(1e-9));
        assertThat(Millicharge.largestCouplingPerGeV(2.5e-9, 1e-5))
                .isCloseTo(1.451762e-6, Percentage.withPercentage(1e-4));
        assertThat(ConversionRegion.dephasingMassEv(1, 1)).isCloseTo(6.282149e-4, Percentage.withPercentage(1e-4));
        assertThat(ConversionRegion.gasPhotonMassEv(1.1e-8, 2.33)).isCloseTo(5.986e-6, Percentage.withPercentage(0.01));
    }

    @Test
    void shouldNameQuantityWhenItIsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BandpassAxion(1, 1))
                .withMessageContaining("heavy fermion mass");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Millicharge.effectiveRatio(6e-4 * 6e-4, 6e-4))
                .withMessageContaining("resonance");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConversionRegion(0, Double.NaN, 1))
                .withMessageContaining("photon energy");
    }

    private static double number(JsonNode inputs, String name) {
        return inputs.get(name).asDouble();
    }

    private static double expected(JsonNode vector, int component) {
        return vector.get("output").get(component).asDouble();
    }

    private static Offset<Double> tolerance(JsonNode vector, int component) {
        return Offset.offset(vector.get("rtol").asDouble() * Math.abs(expected(vector, component)));
    }
}
