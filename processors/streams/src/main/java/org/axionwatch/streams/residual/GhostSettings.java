package org.axionwatch.streams.residual;

import java.util.Set;
import org.axionwatch.physics.axion.GhostPrediction;

/**
 * @param prediction bands that mirror and how far a ghost disturbs
 * @param cleanedProcessing values of the TOA flag {@code -proc} whose releases had the image removed: no ghost is predicted
 *     for their frames
 */
public record GhostSettings(GhostPrediction prediction, Set<String> cleanedProcessing) {

    /** NANOGrav's interleaved bands; removed from its 12.5-year release on. */
    public static final GhostSettings DEFAULT = new GhostSettings(GhostPrediction.DEFAULT, Set.of("12y", "15y"));

    public GhostSettings {
        cleanedProcessing = Set.copyOf(cleanedProcessing);
    }
}
