package org.axionwatch.streams.evidence;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.axionwatch.physics.axion.AmplitudePrior;
import org.axionwatch.physics.axion.CellEvidence;
import org.axionwatch.physics.axion.ResonanceEstimate;
import org.axionwatch.physics.axion.StackedEvidence;
import org.axionwatch.records.pulsar.PulsarEvidence;
import org.axionwatch.records.pulsar.ResonanceGrid;

/** Packs the stacked evidence of one pulsar; every field follows from the set of frames, not from their order. */
final class PulsarEvidences {

    private PulsarEvidences() {}

    /** Empty where no frame sees any cell. */
    static Optional<PulsarEvidence> of(String pulsar, EvidenceSums sums) {
        StackedEvidence evidence = StackedEvidence.of(sums.total());
        return evidence.best().map(best -> pack(pulsar, sums, evidence, best));
    }

    private static PulsarEvidence pack(String pulsar, EvidenceSums sums, StackedEvidence evidence, CellEvidence best) {
        var cells = new Cells(sums.grid().getCount(), evidence.cells());
        ResonanceEstimate estimate = evidence.estimate().orElseGet(() -> ofCell(best, sums.grid()));
        return PulsarEvidence.newBuilder()
                .setPulsar(pulsar)
                .setFrames(sums.frames())
                .setChannels(sums.channels())
                .setPositiveFrames(sums.positiveFrames())
                .setPositiveFraction((double) sums.positiveFrames() / sums.frames())
                .setFirstEpoch(sums.span().first())
                .setLastEpoch(sums.span().last())
                .setModelId(sums.modelIds())
                .setGrid(sums.grid())
                .setAmplitudesSeconds(cells.amplitudes())
                .setAmplitudeUncertaintiesSeconds(cells.uncertainties())
                .setUpperLimitsSeconds(cells.upperLimits())
                .setBestResonanceFrequencyMHz(estimate.resonanceFrequencyMHz())
                .setBestResonanceFrequencyUncertaintyMHz(estimate.frequencyUncertaintyMHz())
                .setBestAxionMassEv(estimate.axionMassEv())
                .setBestAmplitudeSeconds(estimate.amplitudeSeconds())
                .setBestAmplitudeUncertaintySeconds(estimate.amplitudeUncertaintySeconds())
                .setLocalSignificance(best.localSignificance())
                .setGlobalSignificance(evidence.globalSignificance())
                .setTrials(evidence.trials())
                .setLogMarginalLikelihoodRatio(evidence.logMarginalLikelihoodRatio(AmplitudePrior.MICROSECOND))
                .build();
    }

    /** Without a positive amplitude there is no peak to average over: the cell stands for itself. */
    private static ResonanceEstimate ofCell(CellEvidence cell, ResonanceGrid grid) {
        return new ResonanceEstimate(
                cell.resonanceFrequencyMHz(),
                grid.getStepMHz() / Math.sqrt(12),
                cell.amplitudeSeconds(),
                cell.uncertaintySeconds());
    }

    /** Per-cell lists with null where no frame sees the cell. */
    private record Cells(int count, List<CellEvidence> seen) {

        List<Double> amplitudes() {
            return list(CellEvidence::amplitudeSeconds);
        }

        List<Double> uncertainties() {
            return list(CellEvidence::uncertaintySeconds);
        }

        List<Double> upperLimits() {
            return list(CellEvidence::powerConstrainedUpperLimitSeconds);
        }

        private List<Double> list(ToDoubleFunction<CellEvidence> value) {
            Double[] values = new Double[count];
            seen.forEach(cell -> values[cell.cell()] = value.applyAsDouble(cell));
            return Collections.unmodifiableList(Arrays.asList(values));
        }
    }
}
