package org.axionwatch.streams;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.axionwatch.records.pulsar.PositionFrame;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.records.pulsar.TimeScale;
import org.axionwatch.records.pulsar.ToaChannel;
import org.axionwatch.records.time.MjdInstant;

/**
 * Barycentred frames of one pulsar as an archive of timing residuals gives them: white noise of one microsecond in 64
 * channels from 1200 to 1840 MHz, an offset and a dispersion error that differ from frame to frame, and an optional line.
 */
public final class PulsarData {

    public static final String PULSAR = "J0000+0000";
    public static final double RESONANCE_MHZ = 1500;
    public static final double SIGMA_SECONDS = 1e-6;

    private static final int CHANNELS = 64;
    private static final double HALF_WIDTH_MHZ = 5;

    private PulsarData() {}

    public static PulsarEphemeris ephemeris(String pulsar) {
        return PulsarEphemeris.newBuilder()
                .setPulsar(pulsar)
                .setFile(pulsar + ".par")
                .setPositionFrame(PositionFrame.NONE)
                .setSpinFrequencyHz(300)
                .setSpinEpoch(new MjdInstant(55000, 0.0))
                .setDispersionMeasurePcPerCm3(10)
                .build();
    }

    public static List<PulsarToaFrame> frames(String pulsar, int count, double lineSeconds, long seed) {
        Random random = new Random(seed);
        List<PulsarToaFrame> frames = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            frames.add(frame(pulsar, i, lineSeconds, random));
        }
        return frames;
    }

    public static PulsarToaFrame shortened(PulsarToaFrame frame, int channels) {
        return PulsarToaFrame.newBuilder(frame)
                .setChannels(frame.getChannels().subList(0, channels))
                .build();
    }

    public static PulsarToaFrame revised(PulsarToaFrame frame, int version, PulsarToaFrame content) {
        return PulsarToaFrame.newBuilder(content)
                .setFrameId(frame.getFrameId())
                .setVersion(version)
                .build();
    }

    private static PulsarToaFrame frame(String pulsar, int number, double lineSeconds, Random random) {
        double offset = 1e-4 * random.nextGaussian();
        double dispersion = 1e-5 * random.nextGaussian();
        List<ToaChannel> channels = new ArrayList<>();
        for (int channel = 0; channel < CHANNELS; channel++) {
            double frequencyMHz = 1205 + 10.0 * channel;
            double distance = (frequencyMHz - RESONANCE_MHZ) / HALF_WIDTH_MHZ;
            double delay = offset
                    + dispersion * Math.pow(1400 / frequencyMHz, 2)
                    + lineSeconds / (1 + distance * distance)
                    + SIGMA_SECONDS * random.nextGaussian();
            channels.add(ToaChannel.newBuilder()
                    .setToaIndex(CHANNELS * number + channel)
                    .setSubIntegration(0)
                    .setTime(new MjdInstant(56000 + number, 0.25))
                    .setFrequencyMHz(frequencyMHz)
                    .setUncertaintySeconds(SIGMA_SECONDS)
                    .setDelaySeconds(delay)
                    .build());
        }
        return PulsarToaFrame.newBuilder()
                .setFrameId(pulsar + "-" + number)
                .setPulsar(pulsar)
                .setObservation("observation " + number)
                .setFile(pulsar + ".csv")
                .setObservatory("@")
                .setTimeScale(TimeScale.TDB)
                .setChannels(channels)
                .build();
    }
}
