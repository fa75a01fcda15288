package org.axionwatch.app.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.axionwatch.records.pulsar.BinaryOrbit;
import org.axionwatch.records.pulsar.NoiseTerm;
import org.axionwatch.records.pulsar.PositionFrame;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.records.pulsar.TimeScale;
import org.axionwatch.records.pulsar.ToaChannel;
import org.axionwatch.records.time.MjdInstant;
import org.jspecify.annotations.Nullable;

/** Packs simulated pulsars into the records that an archive's readers would give. */
final class PulsarRecords {
    private PulsarRecords() {}

    static PulsarEphemeris ephemeris(PulsarDesign pulsar) {
        return PulsarEphemeris.newBuilder()
                .setPulsar(pulsar.name())
                .setFile(pulsar.name() + ".par")
                .setPositionFrame(pulsar.sky().barycentred() ? PositionFrame.NONE : PositionFrame.EQUATORIAL)
                .setLongitudeRad(pulsar.sky().rightAscensionRad())
                .setLatitudeRad(pulsar.sky().declinationRad())
                .setSpinFrequencyHz(pulsar.spin().frequencyHz())
                .setSpinFrequencyDerivatives(List.of(pulsar.spin().derivativeHzPerS()))
                .setSpinEpoch(new MjdInstant(PulsarDesign.EPOCH_MJD, 0.0))
                .setDispersionMeasurePcPerCm3(pulsar.medium().dispersionMeasurePcPerCm3())
                .setFrequencyDependentDelaysSeconds(pulsar.medium().frequencyDependentDelaysSeconds())
                .setBinary(binary(pulsar.spin().orbit()))
                .setNoise(noise(pulsar.noise()))
                .build();
    }

    /** The frame with the given arrival times; its id depends on pulsar and observation only. */
    static PulsarToaFrame frame(PulsarDesign pulsar, FrameLayout layout, List<ModifiedJulianDate> times) {
        return PulsarToaFrame.newBuilder()
                .setFrameId(UUID.nameUUIDFromBytes(("axionwatch-demo/" + pulsar.name() + "/" + layout.name())
                                .getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setPulsar(pulsar.name())
                .setObservation(layout.name())
                .setFile(layout.name() + ".tim")
                .setObservatory(pulsar.sky().observatory())
                .setBackend(layout.receiver().backend())
                .setReceiver(layout.receiver().name())
                .setTimeScale(pulsar.sky().barycentred() ? TimeScale.TDB : TimeScale.UTC)
                .setChannels(channels(layout, times))
                .build();
    }

    private static List<ToaChannel> channels(FrameLayout layout, List<ModifiedJulianDate> times) {
        List<ToaChannel> channels = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            FrameLayout.Toa toa = layout.toas().get(i);
            channels.add(ToaChannel.newBuilder()
                    .setToaIndex(i)
                    .setSubIntegration(toa.subIntegration())
                    .setTime(MjdTimes.record(times.get(i)))
                    .setFrequencyMHz(toa.frequencyMHz())
                    .setUncertaintySeconds(toa.uncertaintySeconds())
                    .build());
        }
        return channels;
    }

    private static @Nullable BinaryOrbit binary(PulsarDesign.@Nullable CircularOrbit orbit) {
        return orbit == null ? null : new BinaryOrbit(PulsarDesign.CircularOrbit.MODEL, orbit.parameters());
    }

    private static List<NoiseTerm> noise(PulsarDesign.Noise noise) {
        return List.of(
                new NoiseTerm("EFAC", "", "", noise.efac()), new NoiseTerm("EQUAD", "", "", noise.equadSeconds()));
    }
}
