package org.axionwatch.physics.profile;

import java.util.List;
import org.axionwatch.physics.ArgumentChecks;

/**
 * Profiles of all frequency channels of one sub-integration, folded with one period from one instant.
 *
 * @param periodSeconds folding period at the observatory, s
 * @param channels the channels in any order
 * @param removedDispersion delay taken out of the channels before they were stored
 */
public record FoldedSubIntegration(double periodSeconds, List<Channel> channels, RemovedDispersion removedDispersion) {

    /**
     * One frequency channel.
     *
     * @param frequencyMHz centre at the observatory, MHz
     * @param weight weight of the channel in any sum; zero where it must not be used
     * @param intensities a power of two of bins, at least eight, bin n at pulse phase n/N
     */
    public record Channel(double frequencyMHz, double weight, double[] intensities) {
        public Channel {
            ArgumentChecks.positive("frequency of a channel", frequencyMHz);
            ArgumentChecks.notNegative("weight of a channel", weight);
        }
    }

    /**
     * Dispersion that was taken out between the channels.
     *
     * @param pcPerCm3 dispersion measure, K = 1/2.41e-4; zero where none was taken out, pc cm^-3
     * @param referenceMHz frequency whose delay stayed, may be infinite, MHz
     */
    public record RemovedDispersion(double pcPerCm3, double referenceMHz) {
        public static final RemovedDispersion NONE = new RemovedDispersion(0, Double.POSITIVE_INFINITY);

        public RemovedDispersion {
            ArgumentChecks.finite("removed dispersion measure", pcPerCm3);
            if (!(referenceMHz > 0)) {
                throw new IllegalArgumentException(
                        "reference frequency of the removed dispersion must be above zero, not " + referenceMHz);
            }
        }
    }

    public FoldedSubIntegration {
        ArgumentChecks.positive("folding period", periodSeconds);
        channels = List.copyOf(channels);
    }
}
