package org.axionwatch.app.demo;

import java.util.List;
import org.axionwatch.physics.time.ModifiedJulianDate;

/**
 * Where and when the TOAs of one frame are taken, before anything is measured.
 *
 * @param name name of the observation
 * @param receiver receiver and back end
 * @param epoch start of the frame, in the time scale of the site
 * @param toas its TOAs in file order
 */
record FrameLayout(String name, Receiver receiver, ModifiedJulianDate epoch, List<Toa> toas) {

    /**
     * @param subIntegration 0-based sub-integration
     * @param centre middle of the sub-integration, in the time scale of the site
     * @param frequencyMHz radio frequency at the site, MHz
     * @param uncertaintySeconds uncertainty as the archive states it, s
     */
    record Toa(int subIntegration, ModifiedJulianDate centre, double frequencyMHz, double uncertaintySeconds) {}

    FrameLayout {
        toas = List.copyOf(toas);
    }

    double[] frequenciesMHz() {
        return toas.stream().mapToDouble(Toa::frequencyMHz).toArray();
    }

    int[] subIntegrations() {
        return toas.stream().mapToInt(Toa::subIntegration).toArray();
    }
}
