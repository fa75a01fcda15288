package org.axionwatch.physics.axion;

/**
 * A frequency at which the mirrored image of a pulsar's own pulse falls on the pulse itself. About it the fitted arrival
 * times shift with a sign that flips across it.
 *
 * @param band band that mirrors
 * @param order whole pulse periods between pulse and image, 0 at the centre of the band
 * @param frequencyMHz where the ghost lies, MHz: topocentric as predicted, barycentric once {@link #seenWith seen}
 * @param halfWidthMHz distance within which it disturbs, MHz
 */
public record PredictedGhost(InterleavedBand band, int order, double frequencyMHz, double halfWidthMHz) {

    public PredictedGhost {
        Axion.requirePositive(frequencyMHz, "ghost frequency");
        Axion.requirePositive(halfWidthMHz, "half width of a ghost");
        if (order < 0) {
            throw new IllegalArgumentException("order of a ghost must not be negative: " + order);
        }
    }

    /**
     * The same ghost at the barycentre: it is fixed to the instrument, so it moves by the Doppler shift.
     *
     * @param dopplerFactor barycentric over topocentric frequency of the frame
     */
    public PredictedGhost seenWith(double dopplerFactor) {
        return new PredictedGhost(band, order, frequencyMHz * dopplerFactor, halfWidthMHz);
    }

    /** Whether a frequency, topocentric or barycentric as this ghost is, lies where it disturbs. */
    public boolean covers(double otherMHz) {
        return Math.abs(otherMHz - frequencyMHz) <= halfWidthMHz;
    }
}
