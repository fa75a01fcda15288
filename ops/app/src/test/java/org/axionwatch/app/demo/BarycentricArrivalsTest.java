package org.axionwatch.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.junit.jupiter.api.Test;

class BarycentricArrivalsTest {
    /** Plasma delay between 1 and 2 GHz at DM 11.520 with K = 1/2.41e-4: PULSAR.md of the physics notes. */
    private static final double PLASMA_DELAY_SECONDS = 0.0358506224;

    private static final ModifiedJulianDate CENTRE = new ModifiedJulianDate(58_123, 0.25);

    @Test
    void shouldSeparateTwoFrequenciesByThePlasmaDelayModuloThePeriod() {
        double spin = 200;
        PulsarDesign pulsar = pulsar(new PulsarDesign.Spin(spin, 0, null), 11.520);
        List<ModifiedJulianDate> times = times(pulsar, 1000, 2000);
        double turns = (times.get(0).secondsSince(times.get(1)) - PLASMA_DELAY_SECONDS) * spin;
        assertThat((turns - Math.rint(turns)) / spin).isCloseTo(0, within(1e-10));
    }

    @Test
    void shouldArriveWithinHalfATurnOfTheMiddleOfTheSubIntegration() {
        PulsarDesign pulsar = pulsar(new PulsarDesign.Spin(200, -1e-15, null), 50);
        assertThat(times(pulsar, 700, 1400, 2000))
                .allSatisfy(time -> assertThat(time.secondsSince(CENTRE)).isBetween(-0.0026, 0.0026));
    }

    @Test
    void shouldStretchThePeriodByTheOrbitalVelocityWhenThePulsarRecedes() {
        double spin = 100;
        double size = 10;
        double periodDays = 1;
        var orbit = new PulsarDesign.CircularOrbit(periodDays, size, CENTRE.toDouble());
        PulsarDesign pulsar = pulsar(new PulsarDesign.Spin(spin, 0, orbit), 0);
        BarycentricArrivals model = new BarycentricArrivals(pulsar);
        ModifiedJulianDate first = model.predict(frame(CENTRE, 1400)).times().get(0);
        ModifiedJulianDate later =
                model.predict(frame(CENTRE.plusSeconds(10), 1400)).times().get(0);
        double velocity = 2 * Math.PI * size / (periodDays * 86_400);
        double turns = later.secondsSince(first) * spin / (1 + velocity);
        assertThat(turns - Math.rint(turns)).isCloseTo(0, within(1e-6));
    }

    private static List<ModifiedJulianDate> times(PulsarDesign pulsar, double... frequenciesMHz) {
        return new BarycentricArrivals(pulsar)
                .predict(frame(CENTRE, frequenciesMHz))
                .times();
    }

    private static FrameLayout frame(ModifiedJulianDate centre, double... frequenciesMHz) {
        List<FrameLayout.Toa> toas = Arrays.stream(frequenciesMHz)
                .mapToObj(frequency -> new FrameLayout.Toa(0, centre, frequency, 1e-6))
                .toList();
        return new FrameLayout("frame", Receiver.wideBand(), centre, toas);
    }

    private static PulsarDesign pulsar(PulsarDesign.Spin spin, double dispersionMeasure) {
        return new PulsarDesign(
                "SIM-TEST",
                spin,
                new PulsarDesign.Medium(dispersionMeasure, 0, List.of()),
                new PulsarDesign.Sky("@", 0, 0),
                new PulsarDesign.Noise(1e-6, 0, 1, 0));
    }
}
