package org.axionwatch.app.calc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.axionwatch.physics.likelihood.BackgroundProfile;
import org.axionwatch.physics.likelihood.ExpectedLimits;
import org.axionwatch.physics.likelihood.JointFit;
import org.axionwatch.physics.likelihood.PoissonBin;
import org.axionwatch.physics.likelihood.ProfileLikelihood;
import org.axionwatch.physics.likelihood.ResponseFold;

/** The Poisson likelihood of the X-ray sources, and folding through their response. */
final class PoissonFunctions {

    /** Clusters: production and conversion each go as g^2, so a = (g/g_ref)^4. */
    private static final double COUPLING_POWER = 4;

    private PoissonFunctions() {}

    static Map<String, CalculatorFunction> all() {
        return Map.of(
                "poisson.profile", PoissonFunctions::profile,
                "poisson.profile-curve", PoissonFunctions::profileCurve,
                "poisson.joint-fit", PoissonFunctions::jointFit,
                "response.fold", PoissonFunctions::fold);
    }

    private static JsonNode profile(Inputs inputs) {
        BackgroundProfile profile = bin(inputs.object("bin")).profile(inputs.number("S"));
        return Outputs.list(profile.backgroundAmplitude(), profile.logProbability());
    }

    private static JsonNode profileCurve(Inputs inputs) {
        return Outputs.number(likelihood(inputs).testStatistic(inputs.number("a")));
    }

    private static JsonNode jointFit(Inputs inputs) {
        JointFit fit = JointFit.of(likelihood(inputs), inputs.number("threshold"));
        ObjectNode output = JsonNodeFactory.instance.objectNode();
        output.put("a_hat", fit.bestAmplitude());
        output.put("lnL_hat", fit.bestLogLikelihood());
        output.put("lnL_0", fit.nullLogLikelihood());
        output.put("a_UL", fit.upperLimit());
        output.put("g95_over_gref", JointFit.couplingRatio(fit.upperLimit(), COUPLING_POWER));
        output.put("q_of_0", fit.nullTestStatistic());
        output.set("bands", bands(fit.expected()));
        output.set("A_B_null", Outputs.list(fit.nullBackgroundAmplitudes()));
        output.put("a_PCL", fit.powerConstrainedLimit());
        output.put("gPCL_over_gref", JointFit.couplingRatio(fit.powerConstrainedLimit(), COUPLING_POWER));
        return output;
    }

    private static ObjectNode bands(ExpectedLimits expected) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("-1", expected.minusOneSigma())
                .put("0", expected.median())
                .put("1", expected.plusOneSigma())
                .put("2", expected.plusTwoSigma());
    }

    private static JsonNode fold(Inputs inputs) {
        return Outputs.list(ResponseFold.counts(
                inputs.numbers("flux"),
                inputs.numbers("arf_cm2"),
                inputs.matrix("rmf"),
                inputs.numbers("de_keV"),
                inputs.number("exposure_s")));
    }

    private static ProfileLikelihood likelihood(Inputs inputs) {
        List<PoissonBin> bins =
                inputs.objects("bins").stream().map(PoissonFunctions::bin).toList();
        return new ProfileLikelihood(bins);
    }

    private static PoissonBin bin(Inputs inputs) {
        return new PoissonBin(
                inputs.numbers("counts"),
                inputs.numbers("signal"),
                inputs.numbers("background"),
                inputs.number("signal_counts_per_a"));
    }
}
