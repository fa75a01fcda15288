package org.axionwatch.physics.dispersion;

/** Delay of a binary pulsar's pulse as a function of the time it was sent. */
sealed interface OrbitShape permits LaplaceOrbit, KeplerOrbit {

    /**
     * Roemer, Einstein, Shapiro and aberration delay together, s, as far as the model has them.
     *
     * @param secondsFromEpoch time of emission after the epoch of the orbit, s
     */
    double delaySeconds(double secondsFromEpoch);
}
