package org.axionwatch.app.demo;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.util.FastMath;
import org.axionwatch.physics.simulation.RandomStreams;
import org.axionwatch.physics.time.ModifiedJulianDate;

/**
 * When and with which channels a pulsar is observed: an epoch about every three weeks, three receivers in turn, a
 * season without data, channels that are always lost to interference, further ones lost now and then, two to four
 * sub-integrations of ten minutes. Uncertainties follow the radiometer: proportional to the inverse root of the
 * channel width, larger towards the edges of a band, scaled with frequency as nu^0.8, and with one scintillation
 * factor in each frame.
 */
final class ObservingSchedule {
    private static final int CADENCE_DAYS = 21;
    private static final int FIRST_MJD = PulsarDesign.EPOCH_MJD + 5;
    private static final double SUB_INTEGRATION_SECONDS = 600;
    private static final double UNCERTAINTY_SPECTRAL_INDEX = 0.8;
    private static final double REFERENCE_FREQUENCY_MHZ = 1400;
    private static final double REFERENCE_WIDTH_MHZ = 10;
    private static final double ALWAYS_LOST = 0.06;
    private static final double SOMETIMES_LOST = 0.03;
    private static final int ABORTED_TURN = 1;
    private static final int ABORTED_CHANNELS = 5;
    private static final double SCINTILLATION = 0.25;

    private final PulsarDesign pulsar;
    private final RandomStreams streams;

    ObservingSchedule(PulsarDesign pulsar, RandomStreams streams) {
        this.pulsar = pulsar;
        this.streams = streams;
    }

    List<FrameLayout> frames(int scheduled) {
        RandomDataGenerator season = streams.named(pulsar.name() + "/season");
        int seasonLength = Math.max(1, scheduled / 10);
        int seasonStart = season.nextInt(1, scheduled - seasonLength);
        List<FrameLayout> frames = new ArrayList<>();
        for (int turn = 0; turn < scheduled; turn++) {
            if (turn < seasonStart || turn >= seasonStart + seasonLength) {
                frames.add(frame(turn));
            }
        }
        return frames;
    }

    /** A frame with too few channels for the fit, such as an aborted observation leaves. */
    FrameLayout abortedFrame() {
        FrameLayout whole = frame(ABORTED_TURN);
        return new FrameLayout(
                whole.name() + "-aborted",
                whole.receiver(),
                whole.epoch(),
                whole.toas().subList(0, ABORTED_CHANNELS));
    }

    private FrameLayout frame(int turn) {
        Receiver receiver =
                switch (turn % 3) {
                    case 0 -> Receiver.wideBand();
                    case 1 -> Receiver.dual();
                    default -> Receiver.tiles(turn / 3);
                };
        RandomDataGenerator random = streams.named(pulsar.name() + "/frame/" + turn);
        ModifiedJulianDate epoch = new ModifiedJulianDate(
                FIRST_MJD + CADENCE_DAYS * turn + random.nextInt(-5, 5), random.nextUniform(0, 0.9));
        double scintillation = FastMath.exp(random.nextGaussian(0, SCINTILLATION));
        int subIntegrations = random.nextInt(2, 4);
        List<Receiver.Channel> usable = usable(receiver, random);
        List<FrameLayout.Toa> toas = new ArrayList<>();
        for (int sub = 0; sub < subIntegrations; sub++) {
            ModifiedJulianDate centre = epoch.plusSeconds((sub + 0.5) * SUB_INTEGRATION_SECONDS);
            for (Receiver.Channel channel : usable) {
                toas.add(new FrameLayout.Toa(
                        sub, centre, channel.frequencyMHz(), scintillation * uncertaintySeconds(channel)));
            }
        }
        return new FrameLayout(
                String.format(Locale.ROOT, "%s_%s_%03d", pulsar.name(), receiver.backend(), turn),
                receiver,
                epoch,
                toas);
    }

    private List<Receiver.Channel> usable(Receiver receiver, RandomDataGenerator random) {
        List<Receiver.Channel> channels = receiver.channels();
        BitSet lost =
                draw(streams.named(pulsar.name() + "/interference/" + receiver.name()), channels.size(), ALWAYS_LOST);
        lost.or(draw(random, channels.size(), SOMETIMES_LOST));
        List<Receiver.Channel> usable = new ArrayList<>();
        for (int i = 0; i < channels.size(); i++) {
            if (!lost.get(i)) {
                usable.add(channels.get(i));
            }
        }
        return usable;
    }

    private static BitSet draw(RandomDataGenerator random, int size, double probability) {
        BitSet drawn = new BitSet(size);
        for (int i = 0; i < size; i++) {
            drawn.set(i, random.nextUniform(0, 1) < probability);
        }
        return drawn;
    }

    private double uncertaintySeconds(Receiver.Channel channel) {
        double edge = 2 * channel.bandPosition() - 1;
        double bandpass = 1 - 0.5 * FastMath.pow(edge, 8);
        return pulsar.noise().uncertaintySeconds()
                * FastMath.pow(channel.frequencyMHz() / REFERENCE_FREQUENCY_MHZ, UNCERTAINTY_SPECTRAL_INDEX)
                * FastMath.sqrt(REFERENCE_WIDTH_MHZ / channel.widthMHz())
                / bandpass;
    }
}
