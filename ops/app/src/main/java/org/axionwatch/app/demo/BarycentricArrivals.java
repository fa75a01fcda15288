package org.axionwatch.app.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axionwatch.physics.simulation.BarycentricPulses;
import org.axionwatch.physics.time.ModifiedJulianDate;

/** Arrivals at the solar-system barycentre, in closed form and independent of the timing model they test. */
final class BarycentricArrivals implements ArrivalModel {
    static final double DISPERSION_CONSTANT_S_MHZ2 = 1 / 2.41e-4;

    private final BarycentricPulses pulses;

    BarycentricArrivals(PulsarDesign pulsar) {
        PulsarDesign.CircularOrbit orbit = pulsar.spin().orbit();
        this.pulses = new BarycentricPulses(
                new BarycentricPulses.Spin(
                        pulsar.spin().frequencyHz(), pulsar.spin().derivativeHzPerS(), PulsarDesign.EPOCH_MJD),
                new BarycentricPulses.Medium(
                        pulsar.medium().dispersionMeasurePcPerCm3(),
                        pulsar.medium().frequencyDependentDelaysSeconds()),
                orbit == null
                        ? null
                        : new BarycentricPulses.CircularOrbit(
                                orbit.periodDays(), orbit.semiMajorAxisLightSeconds(), orbit.ascendingNodeMjd()));
    }

    @Override
    public Arrivals predict(FrameLayout frame) {
        Map<ModifiedJulianDate, BarycentricPulses.Near> near = new HashMap<>();
        List<ModifiedJulianDate> times = frame.toas().stream()
                .map(toa -> toa.centre()
                        .plusSeconds(
                                near.computeIfAbsent(toa.centre(), pulses::near).secondsToArrival(toa.frequencyMHz())))
                .toList();
        return new Arrivals(times, frame.frequenciesMHz());
    }
}
