package org.axionwatch.physics.dispersion;

import java.util.List;
import org.axionwatch.physics.time.TimeScale;

/**
 * One observation of one pulsar with one observatory and back end.
 *
 * @param observatory code as the archive writes it; {@code @} is the barycentre
 * @param timeScale scale of the arrival times: UTC, TT or TDB at an observatory, TDB at the barycentre
 * @param toas the arrival times in any order
 */
public record ObservedFrame(String observatory, TimeScale timeScale, List<ObservedToa> toas) {

    public ObservedFrame {
        toas = List.copyOf(toas);
    }
}
