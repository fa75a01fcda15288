package org.axionwatch.bench;

/**
 * What something took.
 *
 * @param wallSeconds by the clock [s]
 * @param cpuSeconds processor time of all threads of this process, broker included [s]
 */
record Elapsed(double wallSeconds, double cpuSeconds) {}
