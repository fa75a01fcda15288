package org.axionwatch.physics.likelihood;

/**
 * Background of one energy bin profiled at a given signal.
 *
 * @param backgroundAmplitude best background amplitude A &gt;= 0, in units of the bin's background shape
 * @param logProbability ln p at that amplitude, ln n! included
 */
public record BackgroundProfile(double backgroundAmplitude, double logProbability) {}
