package org.axionwatch.app.calc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axionwatch.physics.likelihood.JointFit;
import org.axionwatch.physics.likelihood.PhysicalFit;
import org.axionwatch.physics.likelihood.PoissonBin;
import org.axionwatch.physics.likelihood.ProfileLikelihood;
import org.jspecify.annotations.Nullable;

/** M82's annuli. */
final class AnnulusFunctions {

    private static final double REFERENCE_COUPLING_PER_GEV = 1e-12;

    private AnnulusFunctions() {}

    static Map<String, CalculatorFunction> all() {
        return Map.of("m82.background", AnnulusFunctions::background, "m82.likelihood", AnnulusFunctions::likelihood);
    }

    private static JsonNode background(Inputs inputs) {
        PoissonBin bin = new PoissonBin(inputs.numbers("n"), inputs.numbers("s"), inputs.numbers("w"), 1);
        return Outputs.number(bin.profile(1).backgroundAmplitude());
    }

    private static JsonNode likelihood(Inputs inputs) {
        double[][] counts = inputs.matrix("n");
        double[][] signal = inputs.matrix("s_at_1e12");
        double[] area = inputs.numbers("w");
        double power = inputs.positive("power");
        if (signal.length != counts.length) {
            throw new CalculatorException(
                    CalculatorException.Reason.BAD_INPUT,
                    "s_at_1e12 has " + signal.length + " energy bins, n has " + counts.length);
        }
        List<PoissonBin> bins = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            bins.add(new PoissonBin(counts[i], signal[i], area, 1));
        }
        ProfileLikelihood profile = new ProfileLikelihood(bins);
        PhysicalFit fit = PhysicalFit.of(profile, PhysicalFit.DEFAULT_THRESHOLD);
        return Outputs.list(
                profile.logLikelihoodWithoutFactorials(0),
                profile.logLikelihoodWithoutFactorials(1),
                couplingPerGeV(fit.bestAmplitude(), power),
                couplingPerGeV(fit.upperLimit(), power));
    }

    private static double couplingPerGeV(double amplitude, double power) {
        @Nullable Double ratio = JointFit.couplingRatio(amplitude, power);
        return ratio == null ? 0 : REFERENCE_COUPLING_PER_GEV * ratio;
    }
}
