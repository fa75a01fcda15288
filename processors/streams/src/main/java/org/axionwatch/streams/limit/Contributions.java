package org.axionwatch.streams.limit;

import java.util.List;
import java.util.stream.IntStream;
import org.axionwatch.physics.axion.ResonanceGrid;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarEvidence;
import org.axionwatch.records.xray.ExpectedLimits;
import org.axionwatch.records.xray.SourceLikelihood;
import org.axionwatch.records.xray.XraySource;
import org.axionwatch.streams.limit.LimitContribution.Coupling;
import org.axionwatch.streams.limit.LimitContribution.Curve;
import org.axionwatch.streams.limit.LimitContribution.Delays;
import org.axionwatch.streams.limit.LimitContribution.PulsarDelays;
import org.axionwatch.streams.limit.LimitContribution.SourceProfile;
import org.jspecify.annotations.Nullable;

/** Unpacks evidence and likelihoods into contributions to a limit. */
final class Contributions {

    private Contributions() {}

    static LimitContribution of(PulsarEvidence evidence, PulsarEphemeris ephemeris) {
        var grid = evidence.getGrid();
        ResonanceGrid cells = new ResonanceGrid(grid.getStartMHz(), grid.getStepMHz(), grid.getCount());
        return new PulsarDelays(
                evidence.getPulsar(),
                orNaN(ephemeris.getDistancePc()),
                grid.getHalfWidthMHz(),
                IntStream.range(0, cells.count())
                        .mapToDouble(cells::frequencyMHz)
                        .toArray(),
                new Delays(array(evidence.getAmplitudesSeconds()), array(evidence.getAmplitudeUncertaintiesSeconds())));
    }

    static LimitContribution of(SourceLikelihood likelihood, XraySource source) {
        return new SourceProfile(
                likelihood.getSource(),
                new Coupling(
                        source.getCouplingName(),
                        source.getCouplingUnit(),
                        source.getReferenceCoupling(),
                        source.getCouplingPower()),
                curves(likelihood));
    }

    private static List<Curve> curves(SourceLikelihood likelihood) {
        if (likelihood.getMasses().isEmpty()) {
            return List.of(curve(
                    likelihood.getAxionMassEv(),
                    likelihood.getAmplitudes(),
                    likelihood.getProfile(),
                    likelihood.getExpected()));
        }
        return likelihood.getMasses().stream()
                .map(mass -> curve(mass.getAxionMassEv(), mass.getAmplitudes(), mass.getProfile(), mass.getExpected()))
                .toList();
    }

    private static Curve curve(double massEv, List<Double> amplitudes, List<Double> profile, ExpectedLimits expected) {
        return new Curve(massEv, array(amplitudes), array(profile), orNaN(expected.getMedian()));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Contributions::orNaN).toArray();
    }

    private static double orNaN(@Nullable Double value) {
        return value == null ? Double.NaN : value;
    }
}
