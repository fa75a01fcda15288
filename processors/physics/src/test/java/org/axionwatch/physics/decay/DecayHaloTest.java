package org.axionwatch.physics.decay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.axionwatch.physics.SharedReference;
import org.junit.jupiter.api.Test;

class DecayHaloTest {

    private static final AxionSource SOURCE = new AxionSource(1e48, 17.5, 3.8);

    @Test
    void shouldMatchReferenceWhenAxionsDecay() {
        assertMatches("decay.kinematics", in -> {
            DecayKinematics kinematics = new DecayKinematics(number(in, "Egamma_keV"), number(in, "m_keV"));
            double energy = number(in, "Ea_keV");
            return new double[] {kinematics.leastAxionEnergyKeV(), kinematics.cosine(energy), kinematics.sine(energy)};
        });
        assertMatches("decay.rate", in ->
                new double[] {axion(in).ratePerSecond(), axion(in).decaysPerCrossing(number(in, "r_Mpc"))});
    }

    @Test
    void shouldMatchReferenceWhenHaloIsObserved() {
        assertMatches("decay.flux", in ->
                new double[] {halo(in).fluxPerAngle(number(in, "Egamma_keV"), radians(in, "beta_arcsec"))});
        assertMatches("decay.ring-flux", in -> new double[] {
            halo(in).ringFlux(number(in, "Egamma_keV"), radians(in, "beta1_arcsec"), radians(in, "beta2_arcsec"))
        });
    }

    @Test
    void shouldMatchReferenceWhenM82IsObserved() {
        assertMatches("m82.solid-angles", in -> M82Observation.solidAnglesArcmin2());
        assertMatches("m82.signal-counts", in -> {
            JsonNode area = in.get("area");
            M82Observation observation = new M82Observation(
                    halo(in),
                    M82Observation.powerLawArea(number(area, "A0_cm2"), number(area, "E0_keV"), number(area, "index")),
                    number(in, "exposure_s"));
            M82Observation.SignalCounts counts = observation.signalCounts();
            return DoubleStream.concat(Arrays.stream(counts.byRegion()), Arrays.stream(counts.byEnergy()))
                    .toArray();
        });
    }

    @Test
    void shouldHaveUnitVectorWhenAngleIsComputedBothWays() {
        DecayKinematics kinematics = new DecayKinematics(40, 100);
        for (double energy : new double[] {102.6, 110, 500}) {
            double square = Math.pow(kinematics.cosine(energy), 2) + Math.pow(kinematics.sine(energy), 2);
            assertThat(square).isCloseTo(1, Offset.offset(1e-12));
        }
    }

    @Test
    void shouldEqualIntegratedFluxWhenRingIsNarrow() {
        DecayHalo halo = new DecayHalo(SOURCE, new DecayingAxion(60, 1e-11));
        double inner = M82Observation.radians(100);
        double outer = M82Observation.radians(101);
        assertThat(halo.ringFlux(52.5, inner, outer))
                .isCloseTo(
                        halo.fluxPerAngle(52.5, M82Observation.radians(100.5)) * (outer - inner),
                        Percentage.withPercentage(0.01));
    }

    @Test
    void shouldAddUpWhenRingsAreJoined() {
        DecayHalo halo = new DecayHalo(SOURCE, new DecayingAxion(30, 1e-12));
        double[] edges = {0, 1e-4, 7e-4, 1e-3};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            sum += halo.ringFlux(40, edges[i], edges[i + 1]);
        }
        assertThat(sum).isCloseTo(halo.ringFlux(40, 0, 1e-3), Percentage.withPercentage(1e-6));
    }

    @Test
    void shouldConservePhotonsWhenAllDecayNearby() {
        DecayHalo halo = new DecayHalo(SOURCE, new DecayingAxion(1, 1e-6));
        double photonEnergy = 40;
        double flux = halo.ringFlux(photonEnergy, 0, 0.5);
        double distanceCm = 3.8e6 * 3.0856775814913673e18;
        double least = photonEnergy + 1 / (4 * photonEnergy);
        double axionsOverMomentum = 1e48 * Math.exp(-least / 17.5) * (1 + least / 17.5);
        assertThat(flux)
                .isCloseTo(
                        2 * axionsOverMomentum / (4 * Math.PI * distanceCm * distanceCm),
                        Percentage.withPercentage(0.1));
    }

    @Test
    void shouldBeDarkWhenAngleIsOutsideCone() {
        DecayHalo halo = new DecayHalo(SOURCE, new DecayingAxion(0.01, 1e-9));
        assertThat(halo.fluxPerAngle(40, 0.01)).isZero();
        assertThat(halo.ringFlux(40, 0.01, 0.02)).isZero();
    }

    @Test
    void shouldNameQuantityWhenItIsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DecayKinematics(40, 100).cosine(102))
                .withMessageContaining("102.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DecayHalo(SOURCE, new DecayingAxion(30, 1e-12)).ringFlux(40, 1e-3, 1e-3))
                .withMessageContaining("ring");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AxionSource(1, Double.NaN, 1))
                .withMessageContaining("energy scale");
    }

    private static DecayHalo halo(JsonNode in) {
        JsonNode source = in.get("source");
        return new DecayHalo(
                new AxionSource(number(source, "N0_keV_s"), number(source, "E0_keV"), number(source, "r_Mpc")),
                axion(in));
    }

    private static DecayingAxion axion(JsonNode in) {
        return new DecayingAxion(number(in, "m_keV"), number(in, "g_GeV"));
    }

    private static double radians(JsonNode in, String name) {
        return M82Observation.radians(number(in, name));
    }

    private static double number(JsonNode inputs, String name) {
        return inputs.get(name).asDouble();
    }

    private static void assertMatches(String function, Function<JsonNode, double[]> calculation) {
        for (JsonNode vector : SharedReference.vectors(function)) {
            double[] actual = calculation.apply(vector.get("inputs"));
            JsonNode output = vector.get("output");
            for (int i = 0; i < actual.length; i++) {
                double expected = element(output, i).asDouble();
                double tolerance = vector.get("rtol").asDouble() * Math.abs(expected);
                assertThat(actual[i])
                        .as(vector.get("id").asText() + " " + i)
                        .isCloseTo(expected, Offset.offset(tolerance));
            }
        }
    }

    private static JsonNode element(JsonNode output, int index) {
        if (!output.isArray()) {
            return output;
        }
        List<JsonNode> flat = new ArrayList<>();
        output.forEach(part -> (part.isArray() ? part : List.of(part)).forEach(flat::add));
        return flat.get(index);
    }
}
