package org.axionwatch.physics.likelihood;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.axionwatch.physics.SharedReference;
import org.junit.jupiter.api.Test;

class PoissonVectorsTest {

    @Test
    void shouldMatchReferenceWhenBackgroundIsProfiled() {
        for (JsonNode vector : SharedReference.vectors("poisson.profile")) {
            if (vector.get("function").asText().equals("poisson.profile")) {
                JsonNode inputs = vector.get("inputs");
                BackgroundProfile profile =
                        bin(inputs.get("bin")).profile(inputs.get("S").asDouble());
                JsonNode expected = vector.get("output");
                assertClose(vector, profile.backgroundAmplitude(), expected.get(0));
                assertClose(vector, profile.logProbability(), expected.get(1));
            }
        }
    }

    @Test
    void shouldMatchReferenceWhenCurveIsEvaluated() {
        for (JsonNode vector : SharedReference.vectors("poisson.profile-curve")) {
            JsonNode inputs = vector.get("inputs");
            double q = likelihood(inputs).testStatistic(inputs.get("a").asDouble());
            assertClose(vector, q, vector.get("output"));
        }
    }

    @Test
    void shouldMatchReferenceWhenBinsAreFittedJointly() {
        for (JsonNode vector : SharedReference.vectors("poisson.joint-fit")) {
            JsonNode inputs = vector.get("inputs");
            JsonNode expected = vector.get("output");
            JointFit fit =
                    JointFit.of(likelihood(inputs), inputs.get("threshold").asDouble());
            assertClose(vector, fit.bestAmplitude(), expected.get("a_hat"));
            assertClose(vector, fit.upperLimit(), expected.get("a_UL"));
            if (expected.has("bands")) {
                assertClose(vector, fit.bestLogLikelihood(), expected.get("lnL_hat"));
                assertClose(vector, fit.nullLogLikelihood(), expected.get("lnL_0"));
                assertClose(vector, fit.nullTestStatistic(), expected.get("q_of_0"));
                assertClose(vector, fit.powerConstrainedLimit(), expected.get("a_PCL"));
                JsonNode bands = expected.get("bands");
                assertClose(vector, fit.expected().minusOneSigma(), bands.get("-1"));
                assertClose(vector, fit.expected().median(), bands.get("0"));
                assertClose(vector, fit.expected().plusOneSigma(), bands.get("1"));
                assertClose(vector, fit.expected().plusTwoSigma(), bands.get("2"));
            }
        }
    }

    @Test
    void shouldMatchReferenceWhenSpectrumIsFolded() {
        for (JsonNode vector : SharedReference.vectors("response.fold")) {
            JsonNode inputs = vector.get("inputs");
            List<double[]> rows = new ArrayList<>();
            inputs.get("rmf").forEach(row -> rows.add(doubles(row)));
            double[] counts = ResponseFold.counts(
                    doubles(inputs.get("flux")),
                    doubles(inputs.get("arf_cm2")),
                    rows.toArray(double[][]::new),
                    doubles(inputs.get("de_keV")),
                    inputs.get("exposure_s").asDouble());
            for (int i = 0; i < counts.length; i++) {
                assertClose(vector, counts[i], vector.get("output").get(i));
            }
        }
    }

    private static void assertClose(JsonNode vector, double actual, JsonNode expected) {
        double tolerance = vector.get("rtol").asDouble() * Math.abs(expected.asDouble());
        assertThat(actual).as(vector.get("id").asText()).isCloseTo(expected.asDouble(), Offset.offset(tolerance));
    }

    private static ProfileLikelihood likelihood(JsonNode inputs) {
        List<PoissonBin> bins = new ArrayList<>();
        inputs.get("bins").forEach(node -> bins.add(bin(node)));
        return new ProfileLikelihood(bins);
    }

    private static PoissonBin bin(JsonNode node) {
        return new PoissonBin(
                doubles(node.get("counts")),
                doubles(node.get("signal")),
                doubles(node.get("background")),
                node.get("signal_counts_per_a").asDouble());
    }

    private static double[] doubles(JsonNode array) {
        double[] values = new double[array.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = array.get(i).asDouble();
        }
        return values;
    }
}
