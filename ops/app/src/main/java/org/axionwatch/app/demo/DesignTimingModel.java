package org.axionwatch.app.demo;

import java.util.List;
import org.axionwatch.physics.dispersion.Astrometry;
import org.axionwatch.physics.dispersion.BinaryOrbit;
import org.axionwatch.physics.dispersion.DispersionTerms;
import org.axionwatch.physics.dispersion.NoiseModel;
import org.axionwatch.physics.dispersion.NoiseTerm;
import org.axionwatch.physics.dispersion.SpinModel;
import org.axionwatch.physics.dispersion.TimeUnits;
import org.axionwatch.physics.dispersion.TimingModel;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.jspecify.annotations.Nullable;

/** The timing model of a simulated pulsar. */
final class DesignTimingModel {
    private static final ModifiedJulianDate EPOCH = new ModifiedJulianDate(PulsarDesign.EPOCH_MJD, 0);

    private DesignTimingModel() {}

    static TimingModel of(PulsarDesign pulsar) {
        PulsarDesign.Spin spin = pulsar.spin();
        PulsarDesign.Medium medium = pulsar.medium();
        return new TimingModel(
                new SpinModel(spin.frequencyHz(), 0, List.of(spin.derivativeHzPerS()), EPOCH, TimeUnits.TDB),
                astrometry(pulsar.sky()),
                new DispersionTerms(
                        medium.dispersionMeasurePcPerCm3(),
                        List.of(),
                        EPOCH,
                        List.of(),
                        medium.frequencyDependentDelaysSeconds()),
                orbit(spin.orbit()),
                new NoiseModel(List.of(
                        new NoiseTerm("EFAC", "", "", pulsar.noise().efac()),
                        new NoiseTerm("EQUAD", "", "", pulsar.noise().equadSeconds()))));
    }

    private static @Nullable Astrometry astrometry(PulsarDesign.Sky sky) {
        return sky.barycentred()
                ? null
                : new Astrometry(
                        Astrometry.Frame.EQUATORIAL,
                        new Astrometry.Angles(sky.rightAscensionRad(), sky.declinationRad()),
                        Astrometry.ProperMotion.NONE,
                        0,
                        EPOCH);
    }

    private static @Nullable BinaryOrbit orbit(PulsarDesign.@Nullable CircularOrbit orbit) {
        return orbit == null ? null : new BinaryOrbit(PulsarDesign.CircularOrbit.MODEL, orbit.parameters());
    }
}
