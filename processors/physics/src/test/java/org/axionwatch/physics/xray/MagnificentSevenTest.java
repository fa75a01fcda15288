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
