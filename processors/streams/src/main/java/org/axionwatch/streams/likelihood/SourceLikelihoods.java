package org.axionwatch.streams.likelihood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.axionwatch.physics.likelihood.GaussianTail;
import org.axionwatch.physics.xray.OutsideReason;
import org.axionwatch.physics.xray.SourceLikelihoodFit;
import org.axionwatch.records.account.NamedCount;
import org.axionwatch.records.xray.MassLikelihood;
import org.axionwatch.records.xray.SourceLikelihood;
import org.axionwatch.records.xray.XraySource;
import org.axionwatch.streams.step.Names;
import org.jspecify.annotations.Nullable;

/** Packs the running likelihood of a source; every field follows from the set of batches, not from their order. */
final class SourceLikelihoods {

    private SourceLikelihoods() {}

    static SourceLikelihood of(SourceModel model, SourceSums sums) {
        XraySource source = model.description().source();
        MassModel own = model.masses().get(0);
        SourceLikelihoodFit ownFit = own.calculator().fit(sums.inside(), sums.exposureSeconds());
        List<MassLikelihood> masses = new ArrayList<>();
        masses.add(MassLikelihoods.of(own.axionMassEv(), ownFit, source));
        for (MassModel mass : model.masses().subList(1, model.masses().size())) {
            SourceLikelihoodFit fit = mass.calculator().fit(sums.inside(), sums.exposureSeconds());
            masses.add(MassLikelihoods.of(mass.axionMassEv(), fit, source));
        }
        SourceLikelihood.Builder packed = SourceLikelihood.newBuilder();
        describe(packed, source);
        sums(packed, sums);
        own(packed, masses.get(0));
        packed.setBackgroundAmplitudes(MassLikelihoods.list(ownFit.fit().nullBackgroundAmplitudes()));
        search(packed, masses);
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

    private static void own(SourceLikelihood.Builder packed, MassLikelihood own) {
        packed.setAmplitudes(own.getAmplitudes())
                .setProfile(own.getProfile())
                .setBestAmplitude(own.getBestAmplitude())
                .setBestAmplitudeUncertainty(own.getBestAmplitudeUncertainty())
                .setTestStatistic(own.getTestStatistic())
                .setSignificance(own.getSignificance())
                .setUpperLimitAmplitude(own.getUpperLimitAmplitude())
                .setPowerConstrainedLimitAmplitude(own.getPowerConstrainedLimitAmplitude())
                .setExpected(own.getExpected())
                .setCouplingLimit(own.getCouplingLimit());
    }

    private static void search(SourceLikelihood.Builder packed, List<MassLikelihood> masses) {
        MassLikelihood best = MassLikelihoods.mostSignificant(masses);
        boolean several = masses.size() > 1;
        packed.setTrials(masses.size())
                .setMostSignificantMassEv(best.getAxionMassEv())
                .setGlobalSignificance(
                        several
                                ? GaussianTail.afterTrials(best.getSignificance(), masses.size())
                                : best.getSignificance())
                .setMasses(
                        several
                                ? masses.stream()
                                        .sorted(Comparator.comparingDouble(MassLikelihood::getAxionMassEv))
                                        .toList()
                                : List.of());
    }
}
