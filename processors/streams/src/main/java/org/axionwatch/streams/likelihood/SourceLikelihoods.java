package org.axionwatch.streams.likelihood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.axionwatch.physics.likelihood.JointFit;
import org.axionwatch.physics.xray.OutsideReason;
import org.axionwatch.physics.xray.SourceLikelihoodFit;
import org.axionwatch.records.account.NamedCount;
import org.axionwatch.records.xray.ExpectedLimits;
import org.axionwatch.records.xray.SourceLikelihood;
import org.axionwatch.records.xray.XraySource;
import org.axionwatch.streams.step.Names;
import org.jspecify.annotations.Nullable;

/** Packs the running likelihood of a source; every field follows from the set of batches, not from their order. */
final class SourceLikelihoods {

    private SourceLikelihoods() {}

    static SourceLikelihood of(SourceModel model, SourceSums sums) {
        SourceLikelihoodFit fit = model.calculator().fit(sums.inside(), sums.exposureSeconds());
        SourceLikelihood.Builder packed = SourceLikelihood.newBuilder();
        XraySource source = model.description().source();
        describe(packed, source);
        sums(packed, sums);
        fit(packed, fit, source);
        return packed.build();
    }

    private static void describe(SourceLikelihood.Builder packed, XraySource source) {
        packed.setSource(source.getSource())
                .setSourceVersion(source.getVersion())
                .setHypothesis(source.getHypothesis())
                .setAxionMassEv(source.getAxionMassEv())
                .setCouplingUnit(source.getCouplingUnit());
    }

    private static void sums(SourceLikelihood.Builder packed, SourceSums sums) {
        @Nullable TimeSpan times = sums.times();
        packed.setBatches(sums.batches())
                .setEvents(sums.events())
                .setCounts(Arrays.stream(sums.inside()).boxed().toList())
                .setOutside(outside(sums))
                .setExposureSeconds(sums.exposureSeconds())
                .setFirstEventTime(times == null ? null : times.first())
                .setLastEventTime(times == null ? null : times.last());
    }

    private static List<NamedCount> outside(SourceSums sums) {
        List<NamedCount> outside = new ArrayList<>();
        for (OutsideReason reason : OutsideReason.values()) {
            if (sums.outside(reason) > 0) {
                outside.add(new NamedCount(Names.hyphenated(reason.name()), sums.outside(reason)));
            }
        }
        outside.sort(Comparator.comparing(NamedCount::getReason));
        return outside;
    }

    private static void fit(SourceLikelihood.Builder packed, SourceLikelihoodFit result, XraySource source) {
        JointFit fit = result.fit();
        @Nullable Double ratio = JointFit.couplingRatio(fit.powerConstrainedLimit(), source.getCouplingPower());
        packed.setAmplitudes(list(result.amplitudes()))
                .setProfile(list(result.profile()))
                .setBackgroundAmplitudes(list(fit.nullBackgroundAmplitudes()))
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
                .setCouplingLimit(ratio == null ? null : ratio * source.getReferenceCoupling());
    }

    private static List<Double> list(double[] values) {
        return DoubleStream.of(values).boxed().toList();
    }
}
