package org.axionwatch.app.calc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axionwatch.physics.stellar.AxionProcess;
import org.axionwatch.physics.stellar.CoalescenceProduction;
import org.axionwatch.physics.stellar.Emissivity;
import org.axionwatch.physics.stellar.Nuclide;
import org.axionwatch.physics.stellar.Polytrope;
import org.axionwatch.physics.stellar.PrimakoffKernel;
import org.axionwatch.physics.stellar.PrimakoffProduction;
import org.axionwatch.physics.stellar.StellarMatter;

/** Axions from the plasma of stars. */
final class StellarFunctions {

    private static final Map<String, Nuclide> NUCLIDES =
            Stream.of(Nuclide.values()).collect(Collectors.toUnmodifiableMap(Nuclide::symbol, Function.identity()));

    private static final Map<String, Function<Inputs, AxionProcess>> PROCESSES =
            Map.of("primakoff", StellarFunctions::primakoff, "coalescence", StellarFunctions::coalescenceInPlasma);

    private StellarFunctions() {}

    static Map<String, CalculatorFunction> all() {
        return Map.of(
                "plasma.scales",
                StellarFunctions::scales,
                "primakoff.kernel",
                StellarFunctions::kernel,
                "primakoff.production",
                StellarFunctions::production,
                "coalescence.production",
                inputs -> Outputs.number(coalescence(inputs).spectrum(inputs.number("E_keV"))),
                "stellar.emissivity",
                StellarFunctions::emissivity,
                "stellar.polytrope",
                StellarFunctions::polytrope);
    }

    private static JsonNode scales(Inputs inputs) {
        StellarMatter matter = matter(inputs, "rho_gcc");
        return Outputs.list(
                matter.chargeSquaredDensityPerCm3(),
                matter.electronDensityPerCm3(),
                matter.screeningKeV2(inputs.number("T_keV")),
                matter.plasmaFrequencyKeV2());
    }

    private static JsonNode kernel(Inputs inputs) {
        return Outputs.number(PrimakoffKernel.value(
                inputs.number("E_keV"),
                inputs.number("m_keV"),
                inputs.number("omega_p2_keV2"),
                inputs.number("kappa2_keV2")));
    }

    private static JsonNode production(Inputs inputs) {
        PrimakoffProduction production = primakoff(inputs);
        double energyKeV = inputs.number("E_keV");
        return Outputs.list(production.ratePerSecond(energyKeV), production.spectrum(energyKeV));
    }

    private static JsonNode emissivity(Inputs inputs) {
        AxionProcess process = inputs.choice("process", PROCESSES).apply(inputs);
        return Outputs.number(Emissivity.inBand(process, inputs.number("lo_keV"), inputs.numberOrInfinity("hi_keV")));
    }

    private static JsonNode polytrope(Inputs inputs) {
        Polytrope star = new Polytrope(inputs.number("Tc_keV"), matter(inputs, "rhoc"));
        double coupling = inputs.number("g_GeV");
        return Outputs.list(
                star.radiusSolar(),
                star.massSolar(),
                star.gasPressureShare(),
                star.primakoffLuminosity(coupling, 0, Double.POSITIVE_INFINITY),
                star.primakoffLuminosity(coupling, inputs.number("lo_keV"), inputs.numberOrInfinity("hi_keV")));
    }

    private static StellarMatter matter(Inputs inputs, String density) {
        return new StellarMatter(inputs.number(density), inputs.numbersOf("X", NUCLIDES));
    }

    private static PrimakoffProduction primakoff(Inputs inputs) {
        return new PrimakoffProduction(
                inputs.number("T_keV"),
                inputs.number("kappa2_keV2"),
                inputs.number("omega_p2_keV2"),
                inputs.number("m_keV"),
                inputs.number("g_GeV"));
    }

    private static CoalescenceProduction coalescence(Inputs inputs) {
        return new CoalescenceProduction(inputs.number("T_keV"), inputs.number("m_keV"), inputs.number("g_GeV"));
    }

    /** The inputs are the same for both processes; coalescence is independent of the two plasma scales. */
    private static AxionProcess coalescenceInPlasma(Inputs inputs) {
        inputs.number("kappa2_keV2");
        inputs.number("omega_p2_keV2");
        return coalescence(inputs);
    }
}
