package org.axionwatch.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.axionwatch.physics.PhysicalConstants;
import org.axionwatch.physics.dispersion.DispersionModel;
import org.axionwatch.physics.dispersion.DispersionTerms;
import org.axionwatch.physics.dispersion.NoiseModel;
import org.axionwatch.physics.dispersion.ObservedFrame;
import org.axionwatch.physics.dispersion.ObservedToa;
import org.axionwatch.physics.dispersion.SpinModel;
import org.axionwatch.physics.dispersion.TimeUnits;
import org.axionwatch.physics.dispersion.TimingModel;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.axionwatch.physics.time.TimeScale;
import org.axionwatch.records.pulsar.PositionFrame;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.records.pulsar.ToaChannel;
import org.axionwatch.records.time.MjdInstant;

/**
 * Barycentred frames of pulsars with a constant spin: one sub-integration, equal channels from 1 to 2 GHz, white noise of
 * one microsecond, no axion. Frame n of a seed is the same whatever was drawn before it.
 */
final class PulsarObservations {
    private static final ModifiedJulianDate EPOCH = new ModifiedJulianDate(55000, 0);
    private static final double SPIN_FREQUENCY_HZ = 250;
    private static final double DISPERSION_MEASURE_PC_PER_CM3 = 20;
    private static final double LOWEST_FREQUENCY_MHZ = 1000;
    private static final double BANDWIDTH_MHZ = 1000;
    private static final double UNCERTAINTY_SECONDS = 1e-6;
    // Holds a whole number of turns at 250 Hz, so a pulse without delay arrives at each of these instants.
    private static final double SECONDS_BETWEEN_FRAMES = PhysicalConstants.SECONDS_PER_DAY / 2;
    private static final String BARYCENTRE = "@";

    private final long seed;
    private final int pulsars;
    private final int channels;

    PulsarObservations(long seed, int pulsars, int channels) {
        this.seed = seed;
        this.pulsars = pulsars;
        this.channels = channels;
    }

    static TimingModel timingModel() {
        return new TimingModel(
                new SpinModel(SPIN_FREQUENCY_HZ, 0, List.of(), EPOCH, TimeUnits.TDB),
                null,
                new DispersionTerms(DISPERSION_MEASURE_PC_PER_CM3, List.of(), EPOCH, List.of(), List.of()),
                null,
                NoiseModel.NONE);
    }

    List<PulsarEphemeris> ephemerides() {
        return IntStream.range(0, pulsars)
                .mapToObj(pulsar -> PulsarEphemeris.newBuilder()
                        .setPulsar(name(pulsar))
                        .setFile("bench.par")
                        .setPositionFrame(PositionFrame.NONE)
                        .setSpinFrequencyHz(SPIN_FREQUENCY_HZ)
                        .setSpinEpoch(instant(EPOCH))
                        .setDispersionMeasurePcPerCm3(DISPERSION_MEASURE_PC_PER_CM3)
                        .build())
                .toList();
    }

    ObservedFrame observed(int number) {
        var noise = new Random(seed * 1_000_003 + number);
        ModifiedJulianDate pulse = EPOCH.plusSeconds((number / pulsars + 1) * SECONDS_BETWEEN_FRAMES);
        List<ObservedToa> toas = new ArrayList<>();
        for (int channel = 0; channel < channels; channel++) {
            double frequencyMHz = LOWEST_FREQUENCY_MHZ + (channel + 0.5) * BANDWIDTH_MHZ / channels;
            double delaySeconds = DispersionModel.DEFAULT.delaySeconds(DISPERSION_MEASURE_PC_PER_CM3, frequencyMHz)
                    + noise.nextGaussian() * UNCERTAINTY_SECONDS;
            toas.add(new ObservedToa(pulse.plusSeconds(delaySeconds), frequencyMHz, UNCERTAINTY_SECONDS, 0, List.of()));
        }
        return new ObservedFrame(BARYCENTRE, TimeScale.TDB, toas);
    }

    PulsarToaFrame record(int number) {
        List<ObservedToa> toas = observed(number).toas();
        return PulsarToaFrame.newBuilder()
                .setFrameId("bench-" + number)
                .setPulsar(name(number % pulsars))
                .setObservation("bench-" + number)
                .setFile("bench.tim")
                .setObservatory(BARYCENTRE)
                .setTimeScale(org.axionwatch.records.pulsar.TimeScale.TDB)
                .setChannels(IntStream.range(0, toas.size())
                        .mapToObj(index -> channel(index, toas.get(index)))
                        .toList())
                .build();
    }

    private static ToaChannel channel(int index, ObservedToa toa) {
        return ToaChannel.newBuilder()
                .setToaIndex(index)
                .setSubIntegration(toa.subIntegration())
                .setTime(instant(toa.time()))
                .setFrequencyMHz(toa.frequencyMHz())
                .setUncertaintySeconds(toa.uncertaintySeconds())
                .build();
    }

    private static MjdInstant instant(ModifiedJulianDate date) {
        return new MjdInstant(date.day(), date.fraction());
    }

    private static String name(int pulsar) {
        return String.format("J%04d+0000", pulsar);
    }
}
