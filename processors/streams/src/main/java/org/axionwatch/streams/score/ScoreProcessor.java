package org.axionwatch.streams.score;

import java.util.Optional;
import org.apache.kafka.streams.processor.api.Record;
import org.axionwatch.ml.SignalScorer;
import org.axionwatch.physics.axion.CellEvidence;
import org.axionwatch.physics.axion.MatchedFilterBank;
import org.axionwatch.physics.dispersion.UnusableFrameException;
import org.axionwatch.records.pulsar.AxionResidual;
import org.axionwatch.records.pulsar.SignalScore;
import org.axionwatch.streams.step.BadRecordException;
import org.axionwatch.streams.step.BadRecordException.Reason;
import org.axionwatch.streams.step.Settlement;
import org.axionwatch.streams.step.StepInput;
import org.axionwatch.streams.step.StepProcessor;

/** Scores each residual curve with the task's own scorer. */
final class ScoreProcessor extends StepProcessor<AxionResidual, String, SignalScore> {

    private static final Settlement NO_CELL_SEEN = Settlement.skipped("no-cell-seen");
    private static final Settlement ONLY_GHOSTS = Settlement.skipped("only-ghost-channels");

    private final ScoreSettings settings;
    private final SignalScorer scorer;
    private final MatchedFilterBank bank;

    ScoreProcessor(StepInput<AxionResidual> input, ScoreSettings settings) {
        super(input);
        this.settings = settings;
        this.scorer = settings.newScorer();
        this.bank = settings.newBank();
    }

    @Override
    protected Settlement handle(Record<String, AxionResidual> record) {
        AxionResidual residual = record.value();
        try {
            Optional<GhostFreeScore> score =
                    GhostFreeScore.of(SignalScores.curve(residual), SignalScores.veto(residual), scorer, bank);
            if (score.isEmpty()) {
                return ONLY_GHOSTS;
            }
            Optional<CellEvidence> best = score.get().best();
            if (best.isEmpty()) {
                return NO_CELL_SEEN;
            }
            SignalScore packed = SignalScores.pack(residual, score.get(), best.get(), scorer.modelId(), settings);
            context().forward(record.withValue(packed));
            return Settlement.OUT;
        } catch (UnusableFrameException e) {
            return Settlement.skipped(e.reason().name());
        } catch (IllegalArgumentException e) {
            throw new BadRecordException(Reason.INVALID_VALUE, e.getMessage() + " in " + residual.getFrameId(), e);
        }
    }
}
