package org.axionwatch.physics.axion;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Whether parts of the data agree about one amplitude.
 *
 * @param chiSquared sum over the parts of ((amplitude - weighted mean)/uncertainty)^2
 * @param degreesOfFreedom parts minus one
 */
public record AmplitudeConsistency(double chiSquared, int degreesOfFreedom) {

    /**
     * @param amplitudeSeconds amplitude that a part gives, s
     * @param uncertaintySeconds one standard deviation, s
     */
    public record Part(double amplitudeSeconds, double uncertaintySeconds) {
        public Part {
            Axion.requirePositive(uncertaintySeconds, "uncertainty of a part");
        }
    }

    /** Compares independent parts; empty for fewer than two, where there is nothing to compare. */
    public static Optional<AmplitudeConsistency> of(List<Part> parts) {
        if (parts.size() < 2) {
            return Optional.empty();
        }
        double weights = 0;
        double weighted = 0;
        for (Part part : parts) {
            double weight = 1 / (part.uncertaintySeconds() * part.uncertaintySeconds());
            weights += weight;
            weighted += weight * part.amplitudeSeconds();
        }
        double mean = weighted / weights;
        double chiSquared = 0;
        for (Part part : parts) {
            double pull = (part.amplitudeSeconds() - mean) / part.uncertaintySeconds();
            chiSquared += pull * pull;
        }
        return Optional.of(new AmplitudeConsistency(chiSquared, parts.size() - 1));
    }

    /** Probability of parts that differ at least so much, where all hold the same amplitude. */
    public double probability() {
        return 1 - new ChiSquaredDistribution(null, degreesOfFreedom).cumulativeProbability(chiSquared);
    }
}
