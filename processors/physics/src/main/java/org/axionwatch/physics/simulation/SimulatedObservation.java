package org.axionwatch.physics.simulation;

import java.util.List;
import org.axionwatch.physics.time.ModifiedJulianDate;

/**
 * One epoch of a simulated pulsar.
 *
 * @param epoch 0-based number of the epoch
 * @param subIntegrations its sub-integrations in order of time
 */
public record SimulatedObservation(int epoch, List<SubIntegration> subIntegrations) {

    /**
     * True arrivals of one sub-integration before radiometer noise.
     *
     * @param centre its middle, barycentric TDB
     * @param periodSeconds spin period there, s
     * @param arrivalSeconds arrival in each channel nearest to the middle, after it, s
     * @param uncertaintySeconds radiometer uncertainty of each arrival, s
     */
    public record SubIntegration(
            ModifiedJulianDate centre, double periodSeconds, double[] arrivalSeconds, double[] uncertaintySeconds) {}

    public SimulatedObservation {
        subIntegrations = List.copyOf(subIntegrations);
    }
}
