package org.axionwatch.streams.score;

import org.axionwatch.ml.MatchedFilterScorer;
import org.axionwatch.ml.SignalScorer;
import org.axionwatch.physics.axion.LineShape;
import org.axionwatch.physics.axion.MatchedFilterBank;
import org.axionwatch.physics.axion.ResonanceGrid;

/**
 * @param grid resonance frequencies to search
 * @param shape line shape of the templates
 * @param halfWidthMHz half width at half maximum of the Lorentzian, or half the plateau of the floored kernel [MHz]
 * @param priorSignalToNoise scale of the prior on the delay on resonance, in channel uncertainties [1]
 */
public record ScoreSettings(ResonanceGrid grid, LineShape shape, double halfWidthMHz, double priorSignalToNoise) {

    /** Lorentzian of 5 MHz half width from 1000 to 2000 MHz by 2 MHz, prior scale one channel uncertainty. */
    public static final ScoreSettings DEFAULT = new ScoreSettings(ResonanceGrid.DEFAULT, LineShape.LORENTZIAN, 5, 1);

    public ScoreSettings {
        if (!(halfWidthMHz > 0 && halfWidthMHz <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("half width must be positive and finite, not " + halfWidthMHz + " MHz");
        }
    }

    /** A new scorer; each stream task has its own. */
    SignalScorer newScorer() {
        return new MatchedFilterScorer(newBank(), priorSignalToNoise);
    }

    /** The bank of templates that the settings describe. */
    MatchedFilterBank newBank() {
        return new MatchedFilterBank(grid, shape, halfWidthMHz);
    }
}
