package org.axionwatch.ml;

import org.axionwatch.physics.dispersion.ResidualCurve;
import org.axionwatch.physics.dispersion.UnusableFrameException;

/** Decides how likely a residual curve holds an axion delay. An implementation need not be safe for several threads. */
public interface SignalScorer {

    /**
     * Scores one curve.
     *
     * @param curve in-frame projected residuals with frequencies and uncertainties
     * @return probability of a signal at equal prior odds, with the products that stack
     * @throws UnusableFrameException where the channels do not determine the projection
     */
    ScoredSignal score(ResidualCurve curve);

    /** Name and version of the model including every setting that changes its scores. */
    String modelId();
}
