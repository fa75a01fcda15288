package org.axionwatch.physics.dispersion;

/**
 * The constant fitted to one sub-integration.
 *
 * @param subIntegration number of the sub-integration
 * @param offsetSeconds achromatic offset, s. Of ready residuals it is the delay at infinite frequency; of arrival times it
 *     counts from a pulse phase that is common to the frame but otherwise arbitrary, modulo the pulse period
 * @param uncertaintySeconds one standard deviation, s
 */
public record SubIntegrationOffset(int subIntegration, double offsetSeconds, double uncertaintySeconds) {}
