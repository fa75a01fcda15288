package org.axionwatch.physics.dispersion;

/**
 * The constant fitted to one sub-integration.
 *
 * @param subIntegration number of the sub-integration
 * @param offsetSeconds achromatic offset, the delay at infinite frequency, s; of phases modulo the pulse period
 * @param uncertaintySeconds one standard deviation, s
 */
public record SubIntegrationOffset(int subIntegration, double offsetSeconds, double uncertaintySeconds) {}
