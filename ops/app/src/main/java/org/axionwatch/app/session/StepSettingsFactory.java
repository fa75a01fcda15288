package org.axionwatch.app.session;

import org.axionwatch.app.config.AxionSettings;
import org.axionwatch.app.config.SettingDefinitions;
import org.axionwatch.physics.axion.ResonanceGrid;
import org.axionwatch.streams.alert.AlertPolicy;
import org.axionwatch.streams.alert.AlertSettings;
import org.axionwatch.streams.likelihood.LikelihoodSettings;
import org.axionwatch.streams.limit.LimitSettings;
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
                new ResidualSettings(settings.get(SettingDefinitions.MIN_TOAS)),
                score,
                new LikelihoodSettings(settings.get(SettingDefinitions.THROTTLE)),
                LimitSettings.DEFAULT,
                new AlertSettings(policy, settings.get(SettingDefinitions.TENSE)));
    }
}
