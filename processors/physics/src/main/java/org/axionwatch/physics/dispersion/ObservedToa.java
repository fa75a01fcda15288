package org.axionwatch.physics.dispersion;

import java.util.List;
import org.axionwatch.physics.time.ModifiedJulianDate;

/**
 * One arrival time of one frequency channel, as observed; checked when the frame is used, so that an unusable one is
 * named.
 *
 * @param time arrival time in the time scale of the frame
 * @param frequencyMHz frequency at the observatory, MHz
 * @param uncertaintySeconds one standard deviation as the archive gives it, s
 * @param subIntegration number of the sub-integration inside the frame, any integer that its channels share
 * @param flags flags of this arrival time including those that the whole frame shares
 */
public record ObservedToa(
        ModifiedJulianDate time,
        double frequencyMHz,
        double uncertaintySeconds,
        int subIntegration,
        List<ToaFlag> flags) {

    public ObservedToa {
        flags = List.copyOf(flags);
    }
}
