package org.axionwatch.streams.runtime;

import org.axionwatch.records.alert.Tense;
import org.axionwatch.streams.alert.AlertPolicy;
import org.axionwatch.streams.alert.AlertSettings;
import org.axionwatch.streams.evidence.EvidenceSettings;
import org.axionwatch.streams.likelihood.LikelihoodSettings;
import org.axionwatch.streams.limit.LimitSettings;
import org.axionwatch.streams.residual.ResidualSettings;
import org.axionwatch.streams.score.ScoreSettings;

/**
 * What the steps compute; how they run is {@link StreamsSettings}.
 *
 * @param residual what makes a frame, what is fitted in it and which ghosts are predicted
 * @param score what is searched for
 * @param evidence when a peak is a candidate
 * @param likelihood when likelihoods are emitted
 * @param limit density, distance and conventions behind limits
 * @param alert when candidates are raised, and what kind of truth they are
 */
public record StepSettings(
        ResidualSettings residual,
        ScoreSettings score,
        EvidenceSettings evidence,
        LikelihoodSettings likelihood,
        LimitSettings limit,
        AlertSettings alert) {

    /** Every default, with the given tense; emission intervals hold where the truth is current. */
    public static StepSettings defaults(Tense tense) {
        return new StepSettings(
                ResidualSettings.DEFAULT,
                ScoreSettings.DEFAULT,
                EvidenceSettings.DEFAULT,
                tense == Tense.CURRENT ? LikelihoodSettings.LIVE : LikelihoodSettings.ARCHIVE,
                LimitSettings.DEFAULT,
                new AlertSettings(AlertPolicy.DEFAULT, tense));
    }
}
