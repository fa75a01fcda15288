package org.axionwatch.docker;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axionwatch.records.pulsar.PositionFrame;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.records.pulsar.TimeScale;
import org.axionwatch.records.pulsar.ToaChannel;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.topics.catalog.Topics;
import org.axionwatch.topics.ingest.Archive;
import org.axionwatch.topics.ingest.ArchiveRecord;

/**
 * An archive of residuals of one pulsar at the barycentre: a frame a day, 64 channels of 10 MHz, white noise of 1 us, and
 * a Lorentzian line of half width 5 MHz.
 */
final class ResonantPulsar {
    static final String NAME = "J0000+0000";
    static final double RESONANCE_MHZ = 1505;
    static final double PEAK_SECONDS = 3e-6;

    static final int CHANNELS = 64;
    private static final double LOWEST_MHZ = 1205;
    private static final double SPACING_MHZ = 10;
    private static final double HALF_WIDTH_MHZ = 5;
    private static final double SIGMA_SECONDS = 1e-6;
    private static final int FIRST_DAY_MJD = 56000;
    private static final int UNIX_EPOCH_MJD = 40587;

    private ResonantPulsar() {}

    static Archive archive(int frames, long seed) {
        var random = new Random(seed);
        List<ArchiveRecord> data =
                IntStream.range(0, frames).mapToObj(day -> record(day, random)).toList();
        var ephemeris = new ArchiveRecord(Topics.PULSAR_EPHEMERIS, NAME, ephemeris(), timestampMs(0));
        var account = new Archive.Account((long) frames * CHANNELS, new TreeMap<>(), 0);
        return new Archive(NAME, List.of(ephemeris), data, account);
    }

    private static ArchiveRecord record(int day, Random random) {
        return new ArchiveRecord(Topics.PULSAR_TOA_FRAME, NAME, frame(day, random), timestampMs(day));
    }

    private static long timestampMs(int day) {
        return TimeUnit.DAYS.toMillis(FIRST_DAY_MJD + day - UNIX_EPOCH_MJD);
    }

    private static PulsarEphemeris ephemeris() {
        return PulsarEphemeris.newBuilder()
                .setPulsar(NAME)
                .setFile(NAME + ".par")
                .setPositionFrame(PositionFrame.NONE)
                .setSpinFrequencyHz(300)
                .setSpinEpoch(new MjdInstant(FIRST_DAY_MJD, 0.0))
                .setDispersionMeasurePcPerCm3(10)
                .build();
    }

    private static PulsarToaFrame frame(int day, Random random) {
        return PulsarToaFrame.newBuilder()
                .setFrameId(NAME + "-" + day)
                .setPulsar(NAME)
                .setObservation("day " + day)
                .setFile(NAME + ".csv")
                .setObservatory("@")
                .setTimeScale(TimeScale.TDB)
                .setChannels(IntStream.range(0, CHANNELS)
                        .mapToObj(channel -> channel(day, channel, random))
                        .toList())
                .build();
    }

    private static ToaChannel channel(int day, int channel, Random random) {
        double frequencyMHz = LOWEST_MHZ + SPACING_MHZ * channel;
        double distance = (frequencyMHz - RESONANCE_MHZ) / HALF_WIDTH_MHZ;
        return ToaChannel.newBuilder()
                .setToaIndex(CHANNELS * day + channel)
                .setSubIntegration(0)
                .setTime(new MjdInstant(FIRST_DAY_MJD + day, 0.25))
                .setFrequencyMHz(frequencyMHz)
                .setUncertaintySeconds(SIGMA_SECONDS)
                .setDelaySeconds(PEAK_SECONDS / (1 + distance * distance) + SIGMA_SECONDS * random.nextGaussian())
                .build();
    }
}
