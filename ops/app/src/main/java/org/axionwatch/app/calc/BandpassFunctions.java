package org.axionwatch.app.calc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.complex.Complex;
import org.axionwatch.physics.bandpass.BandpassAxion;
import org.axionwatch.physics.bandpass.ConversionRegion;
import org.axionwatch.physics.bandpass.Millicharge;
import org.axionwatch.physics.bandpass.TriangleFunction;

/** The bandpass axion and the limits rescaled to it. */
final class BandpassFunctions {

    private static final Map<String, String> CONVERSION_EXPERIMENTS = Stream.of(
                    "MWD", "NGC1275", "Mrk421", "ALPS", "PVLAS", "OSQAR")
            .collect(Collectors.toUnmodifiableMap(Function.identity(), Function.identity()));

    private static final Map<String, BiFunction<BandpassAxion, Double, Complex>> KINDS =
            Map.of("timelike", BandpassAxion::timelikeFormFactor, "spacelike", BandpassAxion::spacelikeFormFactor);

    private BandpassFunctions() {}

    static Map<String, CalculatorFunction> all() {
        return Map.of(
                "bandpass.triangle",
                inputs -> Outputs.complex(
                        TriangleFunction.value(inputs.number("a"), inputs.number("b"), inputs.number("c"))),
                "bandpass.form-factor",
                BandpassFunctions::formFactor,
                "bandpass.millicharge-ratio",
                inputs -> Outputs.number(
                        Millicharge.effectiveRatioInPlasma(inputs.number("mgamma_eV"), inputs.number("mD_eV"))),
                "bandpass.suppression",
                BandpassFunctions::suppression,
                "bandpass.epsilon-max",
                inputs -> Outputs.number(Millicharge.largestMixing(inputs.number("mD_eV"))),
                "bandpass.coupling-max",
                inputs -> Outputs.number(
                        Millicharge.largestCouplingPerGeV(inputs.number("epsilon"), inputs.number("mchi_eV"))),
                "bandpass.dephasing-mass",
                inputs -> Outputs.number(
                        ConversionRegion.dephasingMassEv(inputs.number("omega_eV"), inputs.number("L_m"))),
                "bandpass.gas-photon-mass",
                inputs -> Outputs.number(
                        ConversionRegion.gasPhotonMassEv(inputs.number("pressure_bar"), inputs.number("omega_eV"))));
    }

    private static JsonNode formFactor(Inputs inputs) {
        BandpassAxion axion = new BandpassAxion(1, inputs.number("mchi_over_mpsi"));
        double momentum = inputs.number("p_over_mpsi");
        BiFunction<BandpassAxion, Double, Complex> kind = inputs.choice("kind", KINDS);
        return Outputs.complex(kind.apply(axion, momentum));
    }

    private static JsonNode suppression(Inputs inputs) {
        inputs.choice("experiment", CONVERSION_EXPERIMENTS);
        ConversionRegion region = ConversionRegion.of(
                inputs.number("mgamma_eV"), inputs.number("mg2_sign"), inputs.number("omega_eV"), inputs.number("L_m"));
        BandpassAxion axion = new BandpassAxion(inputs.number("mpsi_eV"), inputs.number("mchi_eV"));
        return Outputs.number(axion.suppression(region, inputs.number("ma_eV"), inputs.number("mD_eV")));
    }
}
