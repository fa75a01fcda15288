package org.axionwatch.streams.score;

import java.util.Optional;
import org.axionwatch.ml.ScoredSignal;
import org.axionwatch.ml.SignalScorer;
import org.axionwatch.physics.axion.CellEvidence;
import org.axionwatch.physics.axion.GhostVeto;
import org.axionwatch.physics.axion.MatchedFilterBank;
import org.axionwatch.physics.axion.MatchedFilterProducts;
import org.axionwatch.physics.axion.StackedEvidence;
import org.axionwatch.physics.dispersion.ResidualCurve;
import org.axionwatch.physics.dispersion.UnusableFrameException;

/**
 * Score of one curve without the channels that predicted ghosts disturb, and the products of all channels beside it.
 *
 * @param signal score of the undisturbed channels
 * @param products products of all channels
 * @param ghostFreeProducts products of the undisturbed channels, zero in the cells of ghosts; empty where no ghost is
 *     predicted and both are the same
 * @param ghostChannels channels left out
 */
record GhostFreeScore(
        ScoredSignal signal,
        MatchedFilterProducts products,
        Optional<MatchedFilterProducts> ghostFreeProducts,
        int ghostChannels) {

    /**
     * @return empty where ghosts disturb every channel
     * @throws UnusableFrameException where the channels that are left do not determine the projection
     */
    static Optional<GhostFreeScore> of(
            ResidualCurve curve, GhostVeto veto, SignalScorer scorer, MatchedFilterBank bank) {
        if (veto.ghosts().isEmpty()) {
            ScoredSignal signal = scorer.score(curve);
            return Optional.of(new GhostFreeScore(signal, signal.products(), Optional.empty(), 0));
        }
        return veto.clear(curve).map(clear -> {
            ScoredSignal signal = scorer.score(clear);
            boolean whole = clear.size() == curve.size();
            MatchedFilterProducts products = whole ? signal.products() : bank.filter(curve);
            return new GhostFreeScore(
                    signal, products, Optional.of(veto.clear(signal.products())), curve.size() - clear.size());
        });
    }

    /** The most significant cell without ghosts; empty where none is seen. */
    Optional<CellEvidence> best() {
        return ghostFreeProducts
                .map(products -> StackedEvidence.of(products).best())
                .orElseGet(signal::best);
    }
}
