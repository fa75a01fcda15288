package org.axionwatch.app.calc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import org.axionwatch.physics.decay.AxionSource;
import org.axionwatch.physics.decay.DecayHalo;
import org.axionwatch.physics.decay.DecayKinematics;
import org.axionwatch.physics.decay.DecayingAxion;
import org.axionwatch.physics.decay.M82Observation;

/** Photons of axions that decay between M82 and Earth. */
final class DecayFunctions {

    private DecayFunctions() {}

    static Map<String, CalculatorFunction> all() {
        return Map.of(
                "decay.kinematics",
                DecayFunctions::kinematics,
                "decay.rate",
                DecayFunctions::rate,
                "decay.flux",
                DecayFunctions::flux,
                "decay.ring-flux",
                DecayFunctions::ringFlux,
                "m82.solid-angles",
                inputs -> Outputs.list(M82Observation.solidAnglesArcmin2()),
                "m82.signal-counts",
                DecayFunctions::signalCounts);
    }

    private static JsonNode kinematics(Inputs inputs) {
        DecayKinematics kinematics = new DecayKinematics(inputs.number("Egamma_keV"), inputs.number("m_keV"));
        double axionEnergyKeV = inputs.number("Ea_keV");
        return Outputs.list(
                kinematics.leastAxionEnergyKeV(), kinematics.cosine(axionEnergyKeV), kinematics.sine(axionEnergyKeV));
    }

    private static JsonNode rate(Inputs inputs) {
        DecayingAxion axion = axion(inputs);
        return Outputs.list(axion.ratePerSecond(), axion.decaysPerCrossing(inputs.number("r_Mpc")));
    }

    private static JsonNode flux(Inputs inputs) {
        return Outputs.number(halo(inputs).fluxPerAngle(inputs.number("Egamma_keV"), radians(inputs, "beta_arcsec")));
    }

    private static JsonNode ringFlux(Inputs inputs) {
        return Outputs.number(halo(inputs)
                .ringFlux(
                        inputs.number("Egamma_keV"), radians(inputs, "beta1_arcsec"), radians(inputs, "beta2_arcsec")));
    }

    private static JsonNode signalCounts(Inputs inputs) {
        Inputs area = inputs.object("area");
        M82Observation observation = new M82Observation(
                halo(inputs),
                M82Observation.powerLawArea(area.number("A0_cm2"), area.number("E0_keV"), area.number("index")),
                inputs.number("exposure_s"));
        M82Observation.SignalCounts counts = observation.signalCounts();
        ArrayNode sums = JsonNodeFactory.instance.arrayNode();
        sums.add(Outputs.list(counts.byRegion()));
        sums.add(Outputs.list(counts.byEnergy()));
        return sums;
    }

    private static DecayHalo halo(Inputs inputs) {
        Inputs source = inputs.object("source");
        return new DecayHalo(
                new AxionSource(source.number("N0_keV_s"), source.number("E0_keV"), source.number("r_Mpc")),
                axion(inputs));
    }

    private static DecayingAxion axion(Inputs inputs) {
        return new DecayingAxion(inputs.number("m_keV"), inputs.number("g_GeV"));
    }

    private static double radians(Inputs inputs, String name) {
        return M82Observation.radians(inputs.number(name));
    }
}
