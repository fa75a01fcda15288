package org.axionwatch.app.calc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.axionwatch.physics.axion.Axion;
import org.axionwatch.physics.axion.AxionDelayModel;
import org.axionwatch.physics.axion.FrequencyConvention;
import org.axionwatch.physics.axion.Regularisation;
import org.axionwatch.physics.axion.Sightline;
import org.axionwatch.physics.dispersion.DispersionModel;
import org.axionwatch.physics.dispersion.PlasmaConstant;
import org.axionwatch.physics.time.Radiometer;

/** Axion and plasma delays and the sensitivity of pulsar timing. */
final class PulsarFunctions {

    private static final Map<String, FrequencyConvention> CONVENTIONS =
            Map.of("physical", FrequencyConvention.PHYSICAL, "paper", FrequencyConvention.PAPER);
    private static final Map<String, Regularisation> REGULARISATIONS = Map.of(
            "floor", Regularisation.FLOOR, "cutoff", Regularisation.CUTOFF, "pv", Regularisation.PRINCIPAL_VALUE);
    private static final Map<String, PlasmaConstant> PLASMA_CONSTANTS =
            Map.of("tempo", PlasmaConstant.TEMPO, "codata", PlasmaConstant.CODATA);
    private static final Map<String, Boundary> BOUNDARIES = Map.of(
            "peak", AxionDelayModel::sensitivityBoundaryPerGev, "two", AxionDelayModel::edgeSensitivityBoundaryPerGev);
    private static final Map<String, Uncertainty> UNCERTAINTIES = Map.of(
            "scaling",
            Radiometer::scalingUncertaintySeconds,
            "lorimer-kramer",
            Radiometer::lorimerKramerUncertaintySeconds);

    /** The coupling does not depend on the mass, which an axion must have all the same. */
    private static final double ANY_MASS_EV = 1;

    private PulsarFunctions() {}

    static Map<String, CalculatorFunction> all() {
        return Map.of(
                "pulsar.coupling", PulsarFunctions::coupling,
                "pulsar.resonance-frequency", PulsarFunctions::resonanceFrequency,
                "pulsar.axion-delay", PulsarFunctions::axionDelay,
                "pulsar.axion-delay-difference", PulsarFunctions::axionDelayDifference,
                "pulsar.sensitivity-boundary", PulsarFunctions::sensitivityBoundary,
                "pulsar.plasma-delay-difference", PulsarFunctions::plasmaDelayDifference,
                "pulsar.toa-uncertainty", PulsarFunctions::toaUncertainty,
                "pulsar.radiometer-snr", PulsarFunctions::radiometerSignalToNoise);
    }

    private static JsonNode coupling(Inputs inputs) {
        return Outputs.number(new Axion(ANY_MASS_EV, inputs.number("fa_inv_GeV")).couplingPerEv());
    }

    private static JsonNode resonanceFrequency(Inputs inputs) {
        return Outputs.number(inputs.choice("convention", CONVENTIONS).resonanceFrequencyHz(inputs.number("ma_eV")));
    }

    private static JsonNode axionDelay(Inputs inputs) {
        return Outputs.number(model(inputs).delaySeconds(inputs.number("nu_Hz"), axion(inputs)));
    }

    private static JsonNode axionDelayDifference(Inputs inputs) {
        return Outputs.number(
                model(inputs).delayDifferenceSeconds(inputs.number("nu1_Hz"), inputs.number("nu2_Hz"), axion(inputs)));
    }

    private static JsonNode sensitivityBoundary(Inputs inputs) {
        return Outputs.number(inputs.choice("mode", BOUNDARIES)
                .couplingPerGev(
                        model(inputs),
                        inputs.number("ma_eV"),
                        inputs.number("dt_min_s"),
                        inputs.number("lo_Hz"),
                        inputs.number("hi_Hz")));
    }

    private static JsonNode plasmaDelayDifference(Inputs inputs) {
        DispersionModel model =
                new DispersionModel(inputs.choice("constant", PLASMA_CONSTANTS, DispersionModel.DEFAULT.constant()));
        return Outputs.number(model.delayDifferenceSeconds(
                inputs.number("DM"), inputs.number("nu1_MHz"), inputs.numberOrInfinity("nu2_MHz")));
    }

    private static JsonNode toaUncertainty(Inputs inputs) {
        Uncertainty form = inputs.choice("form", UNCERTAINTIES);
        Radiometer radiometer = new Radiometer(
                inputs.number("Ssys_Jy"),
                inputs.number("tobs_s"),
                inputs.number("bw_Hz"),
                inputs.wholeNumber("n_pol", 1));
        return Outputs.number(form.seconds(
                radiometer,
                new Radiometer.Pulse(inputs.number("P_s"), inputs.number("duty"), inputs.number("Smean_Jy"))));
    }

    private static JsonNode radiometerSignalToNoise(Inputs inputs) {
        return Outputs.number(Radiometer.signalToNoise(
                inputs.number("TA") / inputs.number("TS"),
                inputs.number("tobs"),
                inputs.number("bw"),
                inputs.number("C")));
    }

    private static AxionDelayModel model(Inputs inputs) {
        return new AxionDelayModel(
                inputs.choice("convention", CONVENTIONS),
                inputs.choice("regularisation", REGULARISATIONS),
                inputs.number("resolution_Hz"),
                new Sightline(inputs.number("distance_m"), inputs.number("rho_GeV_cm3")));
    }

    private static Axion axion(Inputs inputs) {
        return new Axion(inputs.number("ma_eV"), inputs.number("fa_inv_GeV"));
    }

    /** Smallest detectable coupling of a band. */
    private interface Boundary {
        double couplingPerGev(
                AxionDelayModel model, double massEv, double thresholdSeconds, double lowHz, double highHz);
    }

    /** Arrival-time uncertainty of a pulse. */
    private interface Uncertainty {
        double seconds(Radiometer radiometer, Radiometer.Pulse pulse);
    }
}
