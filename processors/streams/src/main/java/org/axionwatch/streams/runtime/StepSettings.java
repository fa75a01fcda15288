package org.axionwatch.streams.runtime;

import org.axionwatch.records.alert.Tense;
import org.axionwatch.streams.alert.AlertPolicy;
import org.axionwatch.streams.alert.AlertSettings;
import org.axionwatch.streams.limit.LimitSettings;
import org.axionwatch.streams.residual.ResidualSettings;
import org.axionwatch.streams.score.ScoreSettings;

/**
 * What the steps compute; how they run is {@link StreamsSettings}.
 *
 * @param residual what makes a frame
 * @param score what is searched for
 * @param limit density, distance and conventions behind limits
 * @param alert when candidates are raised, and what kind of truth they are
 */
public record StepSettings(ResidualSettings residual, ScoreSettings score, LimitSettings limit, AlertSettings alert) {

    /** With the limits' defaults. */
    public StepSettings(ResidualSettings residual, ScoreSettings score, AlertSettings alert) {
        this(residual, score, LimitSettings.DEFAULT, alert);
    }

    /** Every default, with the given tense. */
    public static StepSettings defaults(Tense tense) {
        return new StepSettings(
                ResidualSettings.DEFAULT, ScoreSettings.DEFAULT, new AlertSettings(AlertPolicy.DEFAULT, tense));
    }
}
