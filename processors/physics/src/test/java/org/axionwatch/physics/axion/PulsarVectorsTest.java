package org.axionwatch.physics.axion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.axionwatch.physics.SharedReference;
import org.axionwatch.physics.dispersion.DispersionModel;
import org.axionwatch.physics.dispersion.PlasmaConstant;
import org.axionwatch.physics.time.Radiometer;
import org.junit.jupiter.api.Test;

class PulsarVectorsTest {

    @Test
    void shouldMatchEveryPulsarVectorWithinItsTolerance() {
        for (JsonNode vector : SharedReference.vectors("pulsar.")) {
            double expected = vector.get("output").asDouble();
            double actual = evaluate(vector.get("function").asText(), vector.get("inputs"));
            assertThat(Math.abs(actual / expected - 1))
                    .as(vector.get("id").asText() + ": " + actual + " against " + expected)
                    .isLessThanOrEqualTo(vector.get("rtol").asDouble());
        }
    }

    private static double evaluate(String function, JsonNode in) {
        return switch (function) {
            case "pulsar.coupling" -> new Axion(1, number(in, "fa_inv_GeV")).couplingPerEv();
            case "pulsar.resonance-frequency" -> convention(in).resonanceFrequencyHz(number(in, "ma_eV"));
            case "pulsar.axion-delay" -> model(in).delaySeconds(number(in, "nu_Hz"), axion(in));
            case "pulsar.axion-delay-difference" ->
                model(in).delayDifferenceSeconds(number(in, "nu1_Hz"), number(in, "nu2_Hz"), axion(in));
            case "pulsar.sensitivity-boundary" -> boundary(in);
            case "pulsar.plasma-delay-difference" ->
                new DispersionModel(PlasmaConstant.valueOf(name(in, "constant")))
                        .delayDifferenceSeconds(
                                number(in, "DM"),
                                number(in, "nu1_MHz"),
                                in.get("nu2_MHz").isNull() ? Double.POSITIVE_INFINITY : number(in, "nu2_MHz"));
            case "pulsar.toa-uncertainty" -> uncertainty(in);
            case "pulsar.radiometer-snr" ->
                Radiometer.signalToNoise(
                        number(in, "TA") / number(in, "TS"), number(in, "tobs"), number(in, "bw"), number(in, "C"));
            default -> throw new IllegalArgumentException("no such function: " + function);
        };
    }

    private static double boundary(JsonNode in) {
        double mass = number(in, "ma_eV");
        double threshold = number(in, "dt_min_s");
        return name(in, "mode").equals("PEAK")
                ? model(in).sensitivityBoundaryPerGev(mass, threshold, number(in, "lo_Hz"), number(in, "hi_Hz"))
                : model(in).edgeSensitivityBoundaryPerGev(mass, threshold, number(in, "lo_Hz"), number(in, "hi_Hz"));
    }

    private static double uncertainty(JsonNode in) {
        Radiometer radiometer = new Radiometer(
                number(in, "Ssys_Jy"),
                number(in, "tobs_s"),
                number(in, "bw_Hz"),
                in.path("n_pol").asInt(1));
        Radiometer.Pulse pulse = new Radiometer.Pulse(number(in, "P_s"), number(in, "duty"), number(in, "Smean_Jy"));
        return name(in, "form").equals("SCALING")
                ? radiometer.scalingUncertaintySeconds(pulse)
                : radiometer.lorimerKramerUncertaintySeconds(pulse);
    }

    private static AxionDelayModel model(JsonNode in) {
        Regularisation regularisation = name(in, "regularisation").equals("PV")
                ? Regularisation.PRINCIPAL_VALUE
                : Regularisation.valueOf(name(in, "regularisation"));
        return new AxionDelayModel(
                convention(in),
                regularisation,
                number(in, "resolution_Hz"),
                new Sightline(number(in, "distance_m"), number(in, "rho_GeV_cm3")));
    }

    private static Axion axion(JsonNode in) {
        return new Axion(number(in, "ma_eV"), number(in, "fa_inv_GeV"));
    }

    private static FrequencyConvention convention(JsonNode in) {
        return FrequencyConvention.valueOf(name(in, "convention"));
    }

    private static String name(JsonNode in, String field) {
        return in.get(field).asText().toUpperCase(Locale.ROOT);
    }

    private static double number(JsonNode in, String field) {
        return in.get(field).asDouble();
    }
}
