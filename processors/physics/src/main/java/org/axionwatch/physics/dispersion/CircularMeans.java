package org.axionwatch.physics.dispersion;

import java.util.HashMap;
import java.util.Map;

/** Weighted circular mean of the pulse phases of each sub-integration. */
final class CircularMeans {

    private final Map<Integer, double[]> sums = new HashMap<>();

    void add(int subIntegration, double cycles, double weight) {
        double angle = 2 * Math.PI * (cycles - Math.rint(cycles));
        double[] sum = sums.computeIfAbsent(subIntegration, number -> new double[2]);
        sum[0] += weight * Math.cos(angle);
        sum[1] += weight * Math.sin(angle);
    }

    /** Mean phase in (-1/2, 1/2], cycles; zero where the sub-integration is unknown. */
    double cycles(int subIntegration) {
        double[] sum = sums.getOrDefault(subIntegration, new double[2]);
        return Math.atan2(sum[1], sum[0]) / (2 * Math.PI);
    }
}
