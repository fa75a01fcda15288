package org.axionwatch.streams.residual;

import java.util.List;
import org.axionwatch.physics.axion.PredictedGhost;
import org.axionwatch.physics.dispersion.ResidualCurve;
import org.axionwatch.physics.dispersion.TimingModel;
import org.axionwatch.records.pulsar.PulsarToaFrame;

/** Packs the instrument ghosts that the physics predicts for one frame. */
final class PredictedGhosts {

    private static final String PROCESSING_FLAG = "proc";

    private PredictedGhosts() {}

    static List<org.axionwatch.records.pulsar.PredictedGhost> of(
            PulsarToaFrame frame, TimingModel model, ResidualCurve curve, GhostSettings settings) {
        if (!(model.spin().frequencyHz() > 0) || isCleaned(frame, settings)) {
            return List.of();
        }
        double doppler =
                curve.barycentricFrequencyMHz()[0] / frame.getChannels().get(0).getFrequencyMHz();
        return settings
                .prediction()
                .of(
                        frame.getBackend(),
                        frame.getReceiver(),
                        1 / model.spin().frequencyHz(),
                        model.dispersion().dispersionMeasurePcPerCm3())
                .stream()
                .map(ghost -> pack(ghost, ghost.seenWith(doppler)))
                .toList();
    }

    private static boolean isCleaned(PulsarToaFrame frame, GhostSettings settings) {
        return frame.getFlags().stream()
                .anyMatch(flag -> flag.getName().equals(PROCESSING_FLAG)
                        && settings.cleanedProcessing().contains(flag.getValue()));
    }

    private static org.axionwatch.records.pulsar.PredictedGhost pack(PredictedGhost ghost, PredictedGhost seen) {
        return new org.axionwatch.records.pulsar.PredictedGhost(
                ghost.band().backend(),
                ghost.band().receiver(),
                ghost.band().centreMHz(),
                ghost.band().bandwidthMHz(),
                ghost.order(),
                ghost.frequencyMHz(),
                seen.frequencyMHz(),
                ghost.halfWidthMHz());
    }
}
