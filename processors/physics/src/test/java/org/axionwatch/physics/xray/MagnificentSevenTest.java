package org.axionwatch.physics.xray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.ToDoubleFunction;
import org.assertj.core.data.Offset;
import org.axionwatch.physics.SharedReference;
import org.axionwatch.physics.xray.AxionPhotonConversion.Coefficient;
import org.axionwatch.physics.xray.XrayModelException.Reason;
import org.junit.jupiter.api.Test;

class MagnificentSevenTest {

    @Test
    void shouldMatchReferenceWhenSpectrumIsEvaluated() {
        assertMatches("m7.spectrum", in -> BremsstrahlungSpectrum.density(number(in, "z")));
        assertMatches(
                "m7.band-energy-fraction",
                in -> BremsstrahlungSpectrum.bandEnergyFraction(
                        number(in, "T_keV"), number(in, "lo"), number(in, "hi")));
        assertMatches(
                "m7.band-conversion-weight",
                in -> BremsstrahlungSpectrum.bandConversionWeight(
                        number(in, "T_keV"), number(in, "lo"), number(in, "hi")));
    }

    @Test
    void shouldMatchReferenceWhenAxionsConvert() {
        assertMatches("m7.conversion-probability", in -> AxionPhotonConversion.atAngle(
                        number(in, "R_km"), number(in, "theta"), coefficient(in))
                .probability(number(in, "g_GeV"), number(in, "omega_keV"), number(in, "B0_G")));
    }

    @Test
    void shouldMatchReferenceWhenIntensityIsPredicted() {
        assertMatches(
                "m7.predicted-intensity",
                in -> MagnificentSeven.predictedIntensity(
                        MagnificentSeven.named(in.get("name").asText()),
                        number(in, "g_product_GeV"),
                        number(in, "L0_erg_s"),
                        new AxionPhotonConversion(number(in, "R_km"), number(in, "sin_theta_2_5"), coefficient(in))));
    }

    @Test
    void shouldMatchReferenceWhenAxionsAreMassive() {
        assertMatches("m7.massive-conversion-probability", in -> new MassiveAxionConversion(
                        number(in, "R_km"), number(in, "theta"))
                .probability(number(in, "g_GeV"), number(in, "omega_keV"), number(in, "B0_G"), number(in, "ma_eV")));
        assertMatches("m7.band-suppression", in -> new MassiveAxionConversion(number(in, "R_km"), number(in, "theta"))
                .bandSuppression(
                        MagnificentSeven.named(in.get("name").asText()),
                        number(in, "ma_eV"),
                        number(in, "T_keV"),
                        number(in, "lo_keV"),
                        number(in, "hi_keV")));
    }

    @Test
    void shouldMatchReferenceWhenNucleonsRadiate() {
        assertMatches(
                "m7.emissivity-like-nucleons", in -> new NucleonBremsstrahlung(number(in, "T_K"), number(in, "mstar"))
                        .likeNucleons(number(in, "g"), number(in, "pF_GeV")));
        assertMatches("m7.emissivity-neutron-proton", in -> new NucleonBremsstrahlung(
                        number(in, "T_K"), number(in, "mstar"))
                .neutronProton(number(in, "gann"), number(in, "gapp"), number(in, "pFn_GeV"), number(in, "pFp_GeV")));
    }

    @Test
    void shouldStayContinuousWhenFermiMomentaMeet() {
        NucleonBremsstrahlung matter = new NucleonBremsstrahlung(1e8, 1);
        double equal = matter.neutronProton(1e-10, 1e-10, 0.3, 0.3);
        assertThat(matter.neutronProton(1e-10, 1e-10, 0.3, 0.3 * (1 + 1e-7)) / equal)
                .isCloseTo(1, Offset.offset(1e-6));
    }

    @Test
    void shouldBeNormalisedWhenBandIsWide() {
        assertThat(BremsstrahlungSpectrum.bandEnergyFraction(1, 0, 1e4)).isCloseTo(1, Offset.offset(1e-12));
    }

    @Test
    void shouldDeriveTheCoefficientThatThePaperRounds() {
        assertThat(Coefficient.EXACT.value()).isCloseTo(1.528976e-4, Offset.offset(1e-10));
    }

    @Test
    void shouldUseThreeBinsOnlyForTheTwoStarsWithoutThermalTail() {
        assertThat(MagnificentSeven.stars())
                .filteredOn(star -> star.bins().count() == 3)
                .extracting(NeutronStar::name)
                .containsExactly("J1856", "J0420");
        assertThat(MagnificentSeven.named("J1605").bins().lowerKeV(0)).isEqualTo(4);
    }

    @Test
    void shouldHoldTableOneWhenAskedForJ1856() {
        NeutronStar star = MagnificentSeven.named("J1856");
        assertThat(star.intensity().value()).isCloseTo(1.5e-15, Offset.offset(1e-25));
        assertThat(star.intensity().errorAbove()).isCloseTo(0.7e-15, Offset.offset(1e-25));
        assertThat(star.intensity().errorBelow()).isCloseTo(0.6e-15, Offset.offset(1e-25));
        assertThat(star.distance().errorAbove()).isEqualTo(13);
    }

    @Test
    void shouldNameReasonWhenInputIsBad() {
        assertThat(reason(() -> MagnificentSeven.named("J0000"))).isEqualTo(Reason.UNKNOWN_STAR);
        assertThat(reason(() -> BremsstrahlungSpectrum.density(Double.NaN))).isEqualTo(Reason.BAD_VALUE);
        assertThat(reason(() -> BremsstrahlungSpectrum.bandEnergyFraction(1, 4, 2)))
                .isEqualTo(Reason.BAD_VALUE);
        assertThat(reason(() -> new AxionPhotonConversion(10, 1.1, Coefficient.PAPER)))
                .isEqualTo(Reason.BAD_VALUE);
    }

    private static void assertMatches(String function, ToDoubleFunction<JsonNode> calculation) {
        for (JsonNode vector : SharedReference.vectors(function)) {
            double expected = vector.get("output").asDouble();
            double tolerance = vector.get("rtol").asDouble() * Math.abs(expected);
            assertThat(calculation.applyAsDouble(vector.get("inputs")))
                    .as(vector.get("id").asText())
                    .isCloseTo(expected, Offset.offset(tolerance));
        }
    }

    private static Coefficient coefficient(JsonNode inputs) {
        return inputs.get("form").asText().equals("paper") ? Coefficient.PAPER : Coefficient.EXACT;
    }

    private static double number(JsonNode inputs, String name) {
        return inputs.get(name).asDouble();
    }

    private static Reason reason(Runnable action) {
        return catchThrowableOfType(XrayModelException.class, action::run).reason();
    }
}
