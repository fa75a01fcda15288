package org.axionwatch.physics.axion;

/**
 * How a peak becomes a candidate.
 *
 * @param candidateSigma global significance from which a peak is tested and, failing, recorded, sigma
 * @param signFlipSigma significance that the selected cell must reach against flipped frames, without trials, which the
 *     candidate significance counts; 2 sigma needs at least six frames of equal weight
 * @param consistencyProbability probability below which differing amplitudes of back ends or halves reject it, in (0, 1]
 */
public record VettingPolicy(double candidateSigma, double signFlipSigma, double consistencyProbability) {

    /** Tested from 3 sigma, 2 sigma against flipped frames, one in a thousand for each comparison. */
    public static final VettingPolicy DEFAULT = new VettingPolicy(3, 2, 1e-3);

    public VettingPolicy {
        Axion.requirePositive(candidateSigma, "candidate significance");
        Axion.requirePositive(signFlipSigma, "significance against flipped frames");
        if (!(consistencyProbability > 0 && consistencyProbability <= 1)) {
            throw new IllegalArgumentException(
                    "probability of consistency must be above 0 and at most 1, not " + consistencyProbability);
        }
    }
}
