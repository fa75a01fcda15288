package org.axionwatch.app.session;

import org.axionwatch.app.config.AxionSettings;
import org.axionwatch.app.config.SettingDefinitions;
import org.axionwatch.physics.axion.GhostPrediction;
import org.axionwatch.physics.axion.ResonanceGrid;
import org.axionwatch.physics.axion.VettingPolicy;
import org.axionwatch.streams.alert.AlertPolicy;
import org.axionwatch.streams.alert.AlertSettings;
import org.axionwatch.streams.evidence.EvidenceSettings;
import org.axionwatch.streams.likelihood.LikelihoodSettings;
import org.axionwatch.streams.limit.LimitSettings;
import org.axionwatch.streams.residual.GhostSettings;
import org.axionwatch.streams.residual.ResidualSettings;
import org.axionwatch.streams.runtime.StepSettings;
import org.axionwatch.streams.score.ScoreSettings;

/** What the steps compute, as the user set it. */
final class StepSettingsFactory {
    private StepSettingsFactory() {}

    static StepSettings from(AxionSettings settings) {
        var grid = new ResonanceGrid(
                settings.get(SettingDefinitions.GRID_START),
                settings.get(SettingDefinitions.GRID_STEP),
                settings.get(SettingDefinitions.GRID_COUNT));
        var score = new ScoreSettings(
                grid,
                settings.get(SettingDefinitions.LINE_SHAPE),
                settings.get(SettingDefinitions.HALF_WIDTH),
                settings.get(SettingDefinitions.PRIOR_SNR));
        var policy = new AlertPolicy(
                settings.get(SettingDefinitions.ALERT_RAISE),
                settings.get(SettingDefinitions.ALERT_RETRACT),
                settings.get(SettingDefinitions.ALERT_UPDATE),
                settings.get(SettingDefinitions.ALERT_MIN_FRAMES));
        return new StepSettings(
                residual(settings),
                score,
                evidence(settings),
                new LikelihoodSettings(settings.get(SettingDefinitions.THROTTLE)),
                LimitSettings.DEFAULT,
                new AlertSettings(policy, settings.get(SettingDefinitions.TENSE)));
    }

    private static ResidualSettings residual(AxionSettings settings) {
        var prediction = new GhostPrediction(
                settings.get(SettingDefinitions.GHOST_BANDS),
                settings.get(SettingDefinitions.GHOST_HALF_WIDTH),
                settings.get(SettingDefinitions.GHOST_OVERLAP));
        return new ResidualSettings(
                settings.get(SettingDefinitions.MIN_TOAS),
                settings.get(SettingDefinitions.POLYNOMIAL_DEGREE),
                new GhostSettings(prediction, settings.get(SettingDefinitions.GHOST_CLEANED)));
    }

    private static EvidenceSettings evidence(AxionSettings settings) {
        return new EvidenceSettings(new VettingPolicy(
                settings.get(SettingDefinitions.CANDIDATE_SIGMA),
                settings.get(SettingDefinitions.SIGN_FLIP_SIGMA),
                settings.get(SettingDefinitions.SPLIT_PROBABILITY)));
    }
}
