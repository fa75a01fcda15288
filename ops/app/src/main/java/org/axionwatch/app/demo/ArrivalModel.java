package org.axionwatch.app.demo;

import java.util.List;
import org.axionwatch.physics.time.ModifiedJulianDate;

/** Arrival times that the ephemeris of a pulsar predicts without error, one for each TOA of a frame. */
interface ArrivalModel {

    /** Predicted arrivals, each at the pulse nearest to the centre of its sub-integration. */
    Arrivals predict(FrameLayout frame);

    /**
     * @param times arrival times in the time scale of the site
     * @param barycentricFrequenciesMHz frequency of each TOA at the barycentre, MHz
     */
    record Arrivals(List<ModifiedJulianDate> times, double[] barycentricFrequenciesMHz) {}
}
