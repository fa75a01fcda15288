package org.axionwatch.streams.likelihood;

/**
 * New sums of a source.
 *
 * @param sums the sums, as {@link SourceSums#toBytes()}
 * @param emissionIntervalSeconds shortest record time between two likelihoods of the source; zero for one now [s]
 */
@SuppressWarnings("ArrayRecordComponent")
record SumsUpdate(byte[] sums, double emissionIntervalSeconds) {}
