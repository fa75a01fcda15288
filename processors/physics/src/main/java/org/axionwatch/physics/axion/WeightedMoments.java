package org.axionwatch.physics.axion;

/** Mean and standard deviation of a weighted mixture of normal distributions. */
final class WeightedMoments {

    private double weight;
    private double mean;
    private double spread;
    private double within;

    void add(double addedWeight, double value, double standardDeviation) {
        weight += addedWeight;
        double step = value - mean;
        mean += step * addedWeight / weight;
        spread += addedWeight * step * (value - mean);
        within += addedWeight * standardDeviation * standardDeviation;
    }

    double mean() {
        return mean;
    }

    double standardDeviation() {
        return Math.sqrt((spread + within) / weight);
    }
}
