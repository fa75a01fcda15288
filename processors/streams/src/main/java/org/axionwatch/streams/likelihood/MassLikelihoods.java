package org.axionwatch.streams.likelihood;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.axionwatch.physics.likelihood.JointFit;
import org.axionwatch.physics.xray.SourceLikelihoodFit;
import org.axionwatch.records.xray.ExpectedLimits;
import org.axionwatch.records.xray.MassLikelihood;
import org.axionwatch.records.xray.XraySource;
import org.jspecify.annotations.Nullable;

/** Packs the likelihood of a source at each of its axion masses. */
final class MassLikelihoods {

    private MassLikelihoods() {}

    static MassLikelihood of(double axionMassEv, SourceLikelihoodFit result, XraySource source) {
        JointFit fit = result.fit();
        @Nullable Double ratio = JointFit.couplingRatio(fit.powerConstrainedLimit(), source.getCouplingPower());
        return MassLikelihood.newBuilder()
                .setAxionMassEv(axionMassEv)
                .setAmplitudes(list(result.amplitudes()))
                .setProfile(list(result.profile()))
                .setBestAmplitude(fit.bestAmplitude())
                .setBestAmplitudeUncertainty(result.bestAmplitudeUncertainty())
                .setTestStatistic(result.twoSidedTestStatistic())
                .setSignificance(result.significance())
                .setUpperLimitAmplitude(fit.upperLimit())
                .setPowerConstrainedLimitAmplitude(fit.powerConstrainedLimit())
                .setExpected(new ExpectedLimits(
                        fit.expected().minusOneSigma(),
                        fit.expected().median(),
                        fit.expected().plusOneSigma(),
                        fit.expected().plusTwoSigma()))
                .setCouplingLimit(ratio == null ? null : ratio * source.getReferenceCoupling())
                .build();
    }

    static MassLikelihood mostSignificant(List<MassLikelihood> masses) {
        return masses.stream()
                .max(Comparator.comparingDouble(MassLikelihood::getSignificance))
                .orElseThrow();
    }

    static List<Double> list(double[] values) {
        return DoubleStream.of(values).boxed().toList();
    }
}
