package org.axionwatch.streams.pulsar;

import java.util.List;
import org.axionwatch.physics.dispersion.Astrometry;
import org.axionwatch.physics.dispersion.BinaryOrbit;
import org.axionwatch.physics.dispersion.DispersionTerms;
import org.axionwatch.physics.dispersion.DmxRange;
import org.axionwatch.physics.dispersion.NoiseModel;
import org.axionwatch.physics.dispersion.NoiseTerm;
import org.axionwatch.physics.dispersion.SpinModel;
import org.axionwatch.physics.dispersion.TimeUnits;
import org.axionwatch.physics.dispersion.TimingModel;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.axionwatch.records.pulsar.PositionFrame;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.time.MjdInstant;
import org.jspecify.annotations.Nullable;

/** Unpacks the timing model of a {@link PulsarEphemeris}. */
public final class TimingModels {

    private TimingModels() {}

    /** @throws IllegalArgumentException where a value of the record is impossible */
    public static TimingModel of(PulsarEphemeris ephemeris) {
        ModifiedJulianDate spinEpoch = instant(ephemeris.getSpinEpoch());
        return new TimingModel(
                new SpinModel(
                        ephemeris.getSpinFrequencyHz(),
                        ephemeris.getSpinFrequencyRemainderHz(),
                        ephemeris.getSpinFrequencyDerivatives(),
                        spinEpoch,
                        TimeUnits.valueOf(ephemeris.getTimeUnits())),
                astrometry(ephemeris, spinEpoch),
                dispersion(ephemeris, spinEpoch),
                orbit(ephemeris),
                noise(ephemeris));
    }

    public static ModifiedJulianDate instant(MjdInstant instant) {
        return new ModifiedJulianDate(instant.getDay(), instant.getFraction());
    }

    private static ModifiedJulianDate instantOr(@Nullable MjdInstant instant, ModifiedJulianDate otherwise) {
        return instant == null ? otherwise : instant(instant);
    }

    private static @Nullable Astrometry astrometry(PulsarEphemeris ephemeris, ModifiedJulianDate spinEpoch) {
        if (ephemeris.getPositionFrame() == PositionFrame.NONE) {
            return null;
        }
        return new Astrometry(
                Astrometry.Frame.valueOf(ephemeris.getPositionFrame().name()),
                new Astrometry.Angles(ephemeris.getLongitudeRad(), ephemeris.getLatitudeRad()),
                new Astrometry.ProperMotion(
                        ephemeris.getProperMotionLongitudeMasPerYear(), ephemeris.getProperMotionLatitudeMasPerYear()),
                ephemeris.getParallaxMas(),
                instantOr(ephemeris.getPositionEpoch(), spinEpoch));
    }

    private static DispersionTerms dispersion(PulsarEphemeris ephemeris, ModifiedJulianDate spinEpoch) {
        List<DmxRange> ranges = ephemeris.getDmxRanges().stream()
                .map(range -> new DmxRange(
                        range.getLabel(), range.getOffsetPcPerCm3(), range.getStartMjd(), range.getEndMjd()))
                .toList();
        return new DispersionTerms(
                ephemeris.getDispersionMeasurePcPerCm3(),
                ephemeris.getDispersionMeasureDerivatives(),
                instantOr(ephemeris.getDispersionMeasureEpoch(), spinEpoch),
                ranges,
                ephemeris.getFrequencyDependentDelaysSeconds());
    }

    private static @Nullable BinaryOrbit orbit(PulsarEphemeris ephemeris) {
        var binary = ephemeris.getBinary();
        return binary == null ? null : new BinaryOrbit(binary.getModel(), binary.getParameters());
    }

    private static NoiseModel noise(PulsarEphemeris ephemeris) {
        return new NoiseModel(ephemeris.getNoise().stream()
                .map(term -> new NoiseTerm(term.getKind(), term.getFlag(), term.getFlagValue(), term.getValue()))
                .toList());
    }
}
