package org.axionwatch.streams.likelihood;

/**
 * New sums of a source.
 *
 * @param sums the sums, as {@link SourceSums#toBytes()}
 * @param immediate whether they are fitted at once, or only the latest of a commit is
 */
@SuppressWarnings("ArrayRecordComponent")
record SumsUpdate(byte[] sums, boolean immediate) {}
