package org.axionwatch.ml;

import java.util.Optional;
import org.axionwatch.physics.axion.CellEvidence;
import org.axionwatch.physics.axion.MatchedFilterProducts;

/**
 * Score of one residual curve.
 *
 * @param signalProbability posterior probability of an axion delay at equal prior odds, in [0, 1]
 * @param channelCount channels the score rests on
 * @param best cell with the highest significance in this curve; empty where the curve sees no cell of the grid
 * @param products matched-filter products, which add over curves
 */
public record ScoredSignal(
        double signalProbability, int channelCount, Optional<CellEvidence> best, MatchedFilterProducts products) {

    public ScoredSignal {
        if (!(signalProbability >= 0 && signalProbability <= 1)) {
            throw new IllegalArgumentException("probability outside [0, 1]: " + signalProbability);
        }
    }
}
