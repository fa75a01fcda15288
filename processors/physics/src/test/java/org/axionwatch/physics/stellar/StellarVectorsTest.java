package org.axionwatch.physics.stellar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.axionwatch.physics.SharedReference;
import org.junit.jupiter.api.Test;

class StellarVectorsTest {

    @Test
    void shouldMatchReferenceWhenPlasmaIsGiven() {
        assertMatches("plasma.scales", in -> {
            StellarMatter matter = new StellarMatter(number(in, "rho_gcc"), fractions(in));
            return new double[] {
                matter.chargeSquaredDensityPerCm3(),
                matter.electronDensityPerCm3(),
                matter.screeningKeV2(number(in, "T_keV")),
                matter.plasmaFrequencyKeV2()
            };
        });
    }

    @Test
    void shouldMatchReferenceWhenPhotonsConvertInCoulombFields() {
        assertMatches("primakoff.kernel", in -> new double[] {
            PrimakoffKernel.value(
                    number(in, "E_keV"), number(in, "m_keV"), number(in, "omega_p2_keV2"), number(in, "kappa2_keV2"))
        });
        assertMatches("primakoff.production", in -> new double[] {
            primakoff(in).ratePerSecond(number(in, "E_keV")), primakoff(in).spectrum(number(in, "E_keV"))
        });
    }

    @Test
    void shouldMatchReferenceWhenPhotonsCoalesce() {
        assertMatches(
                "coalescence.production", in -> new double[] {coalescence(in).spectrum(number(in, "E_keV"))});
    }

    @Test
    void shouldMatchReferenceWhenSpectraAreIntegrated() {
        assertMatches("stellar.emissivity", in -> {
            AxionProcess process = in.get("process").asText().equals("primakoff") ? primakoff(in) : coalescence(in);
            double high = in.get("hi_keV").isNull() ? Double.POSITIVE_INFINITY : number(in, "hi_keV");
            return new double[] {Emissivity.inBand(process, number(in, "lo_keV"), high)};
        });
    }

    @Test
    void shouldMatchReferenceWhenStarIsAPolytrope() {
        assertMatches("stellar.polytrope", in -> {
            Polytrope star = new Polytrope(number(in, "Tc_keV"), new StellarMatter(number(in, "rhoc"), fractions(in)));
            double coupling = number(in, "g_GeV");
            return new double[] {
                star.radiusSolar(),
                star.massSolar(),
                star.gasPressureShare(),
                star.primakoffLuminosity(coupling, 0, Double.POSITIVE_INFINITY),
                star.primakoffLuminosity(coupling, number(in, "lo_keV"), number(in, "hi_keV"))
            };
        });
    }

    @Test
    void shouldMatchReferenceWhenStarsAreACluster() {
        assertMatches("cluster.temperature", in -> new double[] {
            ClusterSpectrum.withBandFraction(
                            number(in, "band_fraction"),
                            number(in, "kappa_over_T"),
                            number(in, "lo_keV"),
                            number(in, "hi_keV"))
                    .temperatureKeV()
        });
        assertMatches("cluster.luminosity-density", in -> new double[] {density(in)});
        assertMatches("cluster.photon-flux", in -> new double[] {
            ClusterSpectrum.photonFlux(density(in), number(in, "E_keV"), number(in, "p"), number(in, "d_kpc"))
        });
    }

    @Test
    void shouldMatchReferenceWhenPopulationIsThatOfM82() {
        assertMatches("population.imf", in -> new double[] {
            InitialMassFunction.normalisation(),
            InitialMassFunction.meanMassSolar(),
            InitialMassFunction.fraction(15, 25),
            InitialMassFunction.fraction(25, 35)
        });
        assertMatches("population.sfh", in -> {
            double[] rates = new double[in.get("age_Myr").size()];
            for (int i = 0; i < rates.length; i++) {
                rates[i] = StarFormationHistory.solarMassesPerYear(
                        in.get("age_Myr").get(i).asDouble());
            }
            return rates;
        });
    }

    private static PrimakoffProduction primakoff(JsonNode in) {
        return new PrimakoffProduction(
                number(in, "T_keV"),
                number(in, "kappa2_keV2"),
                number(in, "omega_p2_keV2"),
                number(in, "m_keV"),
                number(in, "g_GeV"));
    }

    private static CoalescenceProduction coalescence(JsonNode in) {
        return new CoalescenceProduction(number(in, "T_keV"), number(in, "m_keV"), number(in, "g_GeV"));
    }

    private static double density(JsonNode in) {
        return new ClusterSpectrum(number(in, "T_keV"), number(in, "kappa_over_T"))
                .luminosityDensity(
                        number(in, "E_keV"),
                        number(in, "band_luminosity_erg_s"),
                        number(in, "lo_keV"),
                        number(in, "hi_keV"));
    }

    private static Map<Nuclide, Double> fractions(JsonNode in) {
        Map<Nuclide, Double> fractions = new EnumMap<>(Nuclide.class);
        in.get("X")
                .fields()
                .forEachRemaining(part -> fractions.put(
                        Nuclide.valueOf(part.getKey().toUpperCase(Locale.ROOT)),
                        part.getValue().asDouble()));
        return fractions;
    }

    private static double number(JsonNode inputs, String name) {
        return inputs.get(name).asDouble();
    }

    private static void assertMatches(String function, Function<JsonNode, double[]> calculation) {
        for (JsonNode vector : SharedReference.vectors(function)) {
            double[] actual = calculation.apply(vector.get("inputs"));
            JsonNode output = vector.get("output");
            for (int i = 0; i < actual.length; i++) {
                double expected = output.isArray() ? output.get(i).asDouble() : output.asDouble();
                double tolerance = vector.get("rtol").asDouble() * Math.abs(expected);
                assertThat(actual[i])
                        .as(vector.get("id").asText() + " " + i)
                        .isCloseTo(expected, Offset.offset(tolerance));
            }
        }
    }
}
