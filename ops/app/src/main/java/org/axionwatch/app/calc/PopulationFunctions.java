package org.axionwatch.app.calc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import org.axionwatch.physics.stellar.ClusterSpectrum;
import org.axionwatch.physics.stellar.InitialMassFunction;
import org.axionwatch.physics.stellar.StarFormationHistory;

/** Stars together: super star clusters and the population of M82. */
final class PopulationFunctions {

    private PopulationFunctions() {}

    static Map<String, CalculatorFunction> all() {
        return Map.of(
                "cluster.temperature",
                PopulationFunctions::temperature,
                "cluster.luminosity-density",
                inputs -> Outputs.number(luminosityDensity(inputs)),
                "cluster.photon-flux",
                PopulationFunctions::photonFlux,
                "population.imf",
                inputs -> massFunction(),
                "population.sfh",
                PopulationFunctions::starFormation);
    }

    private static JsonNode temperature(Inputs inputs) {
        ClusterSpectrum spectrum = ClusterSpectrum.withBandFraction(
                inputs.number("band_fraction"),
                inputs.number("kappa_over_T"),
                inputs.number("lo_keV"),
                inputs.number("hi_keV"));
        return Outputs.number(spectrum.temperatureKeV());
    }

    private static double luminosityDensity(Inputs inputs) {
        return new ClusterSpectrum(inputs.number("T_keV"), inputs.number("kappa_over_T"))
                .luminosityDensity(
                        inputs.number("E_keV"),
                        inputs.number("band_luminosity_erg_s"),
                        inputs.number("lo_keV"),
                        inputs.number("hi_keV"));
    }

    private static JsonNode photonFlux(Inputs inputs) {
        return Outputs.number(ClusterSpectrum.photonFlux(
                luminosityDensity(inputs), inputs.number("E_keV"), inputs.number("p"), inputs.number("d_kpc")));
    }

    private static JsonNode massFunction() {
        return Outputs.list(
                InitialMassFunction.normalisation(),
                InitialMassFunction.meanMassSolar(),
                InitialMassFunction.fraction(15, 25),
                InitialMassFunction.fraction(25, 35));
    }

    private static JsonNode starFormation(Inputs inputs) {
        return Outputs.list(Arrays.stream(inputs.numbers("age_Myr"))
                .map(StarFormationHistory::solarMassesPerYear)
                .toArray());
    }
}
