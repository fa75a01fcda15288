package org.axionwatch.streams.evidence;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.axionwatch.physics.axion.AmplitudePrior;
import org.axionwatch.physics.axion.CandidateEvidence;
import org.axionwatch.physics.axion.CandidateVetting;
import org.axionwatch.physics.axion.CandidateVetting.Verdict;
import org.axionwatch.physics.axion.CellEvidence;
import org.axionwatch.physics.axion.ResonanceEstimate;
import org.axionwatch.physics.axion.SignFlipNull;
import org.axionwatch.physics.axion.StackedEvidence;
import org.axionwatch.records.pulsar.PulsarEvidence;
import org.axionwatch.records.pulsar.ResonanceGrid;

/** Packs the stacked evidence of one pulsar; every field follows from the set of frames, not from their order. */
final class PulsarEvidences {

    private final EvidenceSettings settings;

    PulsarEvidences(EvidenceSettings settings) {
        this.settings = settings;
    }

    /** Empty where no frame sees any cell. */
    Optional<PulsarEvidence> pack(String pulsar, EvidenceSums sums, EvidenceParts parts) {
        CandidateSplits splits = new CandidateSplits(parts, sums.counts());
        StackedEvidence ghostFree = StackedEvidence.of(sums.ghostFree());
        CandidateEvidence candidates = new CandidateEvidence(
                sums.hasGhosts() ? StackedEvidence.of(sums.unvetoed()) : ghostFree,
                ghostFree,
                sums::squares,
                splits::at,
                sums.ghosts());
        Verdict verdict = new CandidateVetting(settings.vetting(), sums.grid().getHalfWidthMHz()).judge(candidates);
        return verdict.surviving().best().or(ghostFree::best).map(best -> {
            PulsarEvidence.Builder evidence = counted(pulsar, sums);
            setBest(evidence, verdict.surviving(), best);
            setCells(evidence, ghostFree);
            setUnvetoed(evidence, candidates.unvetoed());
            SignFlipNull flips = candidates.signFlip(best);
            return evidence.setSignFlipStatistic(flips.statistic())
                    .setSignFlipSignificance(flips.significance(1))
                    .setSplits(splits.pack(best.cell()))
                    .setConsistencyTests(splits.packTests(best.cell()))
                    .setRejectedCandidates(RejectedCandidates.pack(verdict.rejected()))
                    .build();
        });
    }

    private static PulsarEvidence.Builder counted(String pulsar, EvidenceSums sums) {
        FrameCounts counts = sums.counts();
        return PulsarEvidence.newBuilder()
                .setPulsar(pulsar)
                .setFrames(counts.frames())
                .setChannels(counts.channels())
                .setGhostChannels(counts.ghostChannels())
                .setPositiveFrames(counts.positiveFrames())
                .setPositiveFraction((double) counts.positiveFrames() / counts.frames())
                .setFirstEpoch(counts.span().first())
                .setLastEpoch(counts.span().last())
                .setModelId(counts.modelIds())
                .setGrid(sums.grid());
    }

    private static void setCells(PulsarEvidence.Builder evidence, StackedEvidence ghostFree) {
        var cells = new Cells(evidence.getGrid().getCount(), ghostFree.cells());
        evidence.setAmplitudesSeconds(cells.amplitudes())
                .setAmplitudeUncertaintiesSeconds(cells.uncertainties())
                .setUpperLimitsSeconds(cells.upperLimits());
    }

    /** Where nothing survives, the best cell stands without significance. */
    private static void setBest(PulsarEvidence.Builder evidence, StackedEvidence surviving, CellEvidence best) {
        ResonanceEstimate estimate = surviving.estimate().orElseGet(() -> ofCell(best, evidence.getGrid()));
        evidence.setBestResonanceFrequencyMHz(estimate.resonanceFrequencyMHz())
                .setBestResonanceFrequencyUncertaintyMHz(estimate.frequencyUncertaintyMHz())
                .setBestAxionMassEv(estimate.axionMassEv())
                .setBestAmplitudeSeconds(estimate.amplitudeSeconds())
                .setBestAmplitudeUncertaintySeconds(estimate.amplitudeUncertaintySeconds())
                .setLocalSignificance(best.localSignificance())
                .setGlobalSignificance(surviving.globalSignificance())
                .setTrials(surviving.trials())
                .setLogMarginalLikelihoodRatio(surviving.logMarginalLikelihoodRatio(AmplitudePrior.MICROSECOND));
    }

    private static void setUnvetoed(PulsarEvidence.Builder evidence, StackedEvidence unvetoed) {
        evidence.setUnvetoedTrials(unvetoed.trials());
        unvetoed.best().ifPresent(best -> evidence.setUnvetoedBestResonanceFrequencyMHz(best.resonanceFrequencyMHz())
                .setUnvetoedLocalSignificance(best.localSignificance())
                .setUnvetoedGlobalSignificance(unvetoed.globalSignificance(best.localSignificance())));
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
