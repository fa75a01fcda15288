package org.axionwatch.app.calc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.axionwatch.physics.xray.AxionPhotonConversion;
import org.axionwatch.physics.xray.AxionPhotonConversion.Coefficient;
import org.axionwatch.physics.xray.BremsstrahlungSpectrum;
import org.axionwatch.physics.xray.MagnificentSeven;
import org.axionwatch.physics.xray.MassiveAxionConversion;
import org.axionwatch.physics.xray.NucleonBremsstrahlung;

/** Hard X-rays of the Magnificent Seven. */
final class MagnificentSevenFunctions {

    private static final Map<String, Coefficient> FORMS =
            Map.of("paper", Coefficient.PAPER, "exact-coefficient", Coefficient.EXACT);

    private MagnificentSevenFunctions() {}

    static Map<String, CalculatorFunction> all() {
        return Map.of(
                "m7.spectrum", inputs -> Outputs.number(BremsstrahlungSpectrum.density(inputs.number("z"))),
                "m7.band-energy-fraction", MagnificentSevenFunctions::bandEnergyFraction,
                "m7.band-conversion-weight", MagnificentSevenFunctions::bandConversionWeight,
                "m7.conversion-probability", MagnificentSevenFunctions::conversionProbability,
                "m7.massive-conversion-probability", MagnificentSevenFunctions::massiveConversionProbability,
                "m7.band-suppression", MagnificentSevenFunctions::bandSuppression,
                "m7.emissivity-like-nucleons", MagnificentSevenFunctions::likeNucleons,
                "m7.emissivity-neutron-proton", MagnificentSevenFunctions::neutronProton,
                "m7.predicted-intensity", MagnificentSevenFunctions::predictedIntensity);
    }

    private static JsonNode bandEnergyFraction(Inputs inputs) {
        return Outputs.number(BremsstrahlungSpectrum.bandEnergyFraction(
                inputs.number("T_keV"), inputs.number("lo"), inputs.number("hi")));
    }

    private static JsonNode bandConversionWeight(Inputs inputs) {
        return Outputs.number(BremsstrahlungSpectrum.bandConversionWeight(
                inputs.number("T_keV"), inputs.number("lo"), inputs.number("hi")));
    }

    private static JsonNode conversionProbability(Inputs inputs) {
        AxionPhotonConversion conversion = AxionPhotonConversion.atAngle(
                inputs.number("R_km"), inputs.number("theta"), inputs.choice("form", FORMS));
        return Outputs.number(
                conversion.probability(inputs.number("g_GeV"), inputs.number("omega_keV"), inputs.number("B0_G")));
    }

    private static JsonNode massiveConversionProbability(Inputs inputs) {
        return Outputs.number(massive(inputs)
                .probability(
                        inputs.number("g_GeV"),
                        inputs.number("omega_keV"),
                        inputs.number("B0_G"),
                        inputs.number("ma_eV")));
    }

    private static JsonNode bandSuppression(Inputs inputs) {
        return Outputs.number(massive(inputs)
                .bandSuppression(
                        MagnificentSeven.named(inputs.text("name")),
                        inputs.number("ma_eV"),
                        inputs.number("T_keV"),
                        inputs.number("lo_keV"),
                        inputs.number("hi_keV")));
    }

    private static JsonNode likeNucleons(Inputs inputs) {
        return Outputs.number(matter(inputs).likeNucleons(inputs.number("g"), inputs.number("pF_GeV")));
    }

    private static JsonNode neutronProton(Inputs inputs) {
        return Outputs.number(matter(inputs)
                .neutronProton(
                        inputs.number("gann"),
                        inputs.number("gapp"),
                        inputs.number("pFn_GeV"),
                        inputs.number("pFp_GeV")));
    }

    private static MassiveAxionConversion massive(Inputs inputs) {
        return new MassiveAxionConversion(inputs.number("R_km"), inputs.number("theta"));
    }

    private static NucleonBremsstrahlung matter(Inputs inputs) {
        return new NucleonBremsstrahlung(inputs.number("T_K"), inputs.number("mstar"));
    }

    private static JsonNode predictedIntensity(Inputs inputs) {
        return Outputs.number(MagnificentSeven.predictedIntensity(
                MagnificentSeven.named(inputs.text("name")),
                inputs.number("g_product_GeV"),
                inputs.number("L0_erg_s"),
                new AxionPhotonConversion(
                        inputs.number("R_km"), inputs.number("sin_theta_2_5"), inputs.choice("form", FORMS))));
    }
}
