package org.axionwatch.streams.score;

import java.util.List;
import java.util.stream.DoubleStream;
import org.axionwatch.ml.ScoredSignal;
import org.axionwatch.physics.axion.CellEvidence;
import org.axionwatch.physics.axion.GhostVeto;
import org.axionwatch.physics.axion.InterleavedBand;
import org.axionwatch.physics.axion.PredictedGhost;
import org.axionwatch.physics.dispersion.ResidualCurve;
import org.axionwatch.records.pulsar.AxionResidual;
import org.axionwatch.records.pulsar.Classification;
import org.axionwatch.records.pulsar.MatchedFilterProducts;
import org.axionwatch.records.pulsar.ResidualChannel;
import org.axionwatch.records.pulsar.ResonanceGrid;
import org.axionwatch.records.pulsar.SignalScore;

/** Unpacks residual curves and packs their scores. */
final class SignalScores {

    private SignalScores() {}

    static ResidualCurve curve(AxionResidual residual) {
        List<ResidualChannel> channels = residual.getChannels();
        return new ResidualCurve(
                channels.stream()
                        .mapToDouble(ResidualChannel::getBarycentricFrequencyMHz)
                        .toArray(),
                channels.stream()
                        .mapToDouble(ResidualChannel::getResidualSeconds)
                        .toArray(),
                channels.stream()
                        .mapToDouble(ResidualChannel::getUncertaintySeconds)
                        .toArray(),
                channels.stream().mapToInt(ResidualChannel::getSubIntegration).toArray(),
                residual.getPolynomialDegree());
    }

    /** The ghosts of the frame where it sees them, barycentric. */
    static GhostVeto veto(AxionResidual residual) {
        return new GhostVeto(
                residual.getPredictedGhosts().stream().map(SignalScores::ghost).toList());
    }

    private static PredictedGhost ghost(org.axionwatch.records.pulsar.PredictedGhost ghost) {
        return new PredictedGhost(
                new InterleavedBand(
                        ghost.getBackend(), ghost.getReceiver(), ghost.getBandCentreMHz(), ghost.getBandwidthMHz()),
                ghost.getOrder(),
                ghost.getBarycentricFrequencyMHz(),
                ghost.getHalfWidthMHz());
    }

    static SignalScore pack(
            AxionResidual residual, GhostFreeScore score, CellEvidence best, String modelId, ScoreSettings settings) {
        return SignalScore.newBuilder()
                .setFrameId(residual.getFrameId())
                .setVersion(residual.getVersion())
                .setPulsar(residual.getPulsar())
                .setObservation(residual.getObservation())
                .setFile(residual.getFile())
                .setObservatory(residual.getObservatory())
                .setBackend(residual.getBackend())
                .setEpoch(residual.getEpoch())
                .setModelId(modelId)
                .setClassifications(classifications(score.signal()))
                .setBestResonanceFrequencyMHz(best.resonanceFrequencyMHz())
                .setAmplitudeSeconds(best.amplitudeSeconds())
                .setAmplitudeUncertaintySeconds(best.uncertaintySeconds())
                .setSignificance(best.localSignificance())
                .setChannelCount(score.signal().channelCount())
                .setProducts(products(score.products(), settings))
                .setReceiver(residual.getReceiver())
                .setPredictedGhosts(residual.getPredictedGhosts())
                .setGhostChannels(score.ghostChannels())
                .setGhostFreeProducts(score.ghostFreeProducts()
                        .map(products -> products(products, settings))
                        .orElse(null))
                .build();
    }

    private static List<Classification> classifications(ScoredSignal score) {
        return List.of(
                new Classification("axion-delay", score.signalProbability()),
                new Classification("noise", 1 - score.signalProbability()));
    }

    private static MatchedFilterProducts products(
            org.axionwatch.physics.axion.MatchedFilterProducts products, ScoreSettings settings) {
        var grid = products.grid();
        return new MatchedFilterProducts(
                new ResonanceGrid(
                        grid.startMHz(),
                        grid.stepMHz(),
                        grid.count(),
                        settings.shape().name(),
                        settings.halfWidthMHz()),
                DoubleStream.of(products.numerators()).boxed().toList(),
                DoubleStream.of(products.denominators()).boxed().toList());
    }
}
