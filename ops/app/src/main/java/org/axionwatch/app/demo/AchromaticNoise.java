package org.axionwatch.app.demo;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.util.FastMath;
import org.axionwatch.physics.simulation.RandomStreams;
import org.axionwatch.physics.time.ModifiedJulianDate;

/**
 * What shifts every channel of a sub-integration alike: red timing noise with power spectrum f^-4, as thirty Fourier
 * modes of the campaign's span scaled to a root mean square, and a clock-like jump of 2 microseconds rms that is new
 * in each sub-integration.
 */
final class AchromaticNoise {
    private static final int MODES = 30;
    private static final double AMPLITUDE_INDEX = -2;
    private static final double SPAN_DAYS = 1600;
    private static final double JUMP_SECONDS = 2e-6;

    private final RandomStreams streams;
    private final String pulsar;
    private final double[] sines = new double[MODES];
    private final double[] cosines = new double[MODES];

    AchromaticNoise(PulsarDesign pulsar, RandomStreams streams) {
        this.streams = streams;
        this.pulsar = pulsar.name();
        RandomDataGenerator random = streams.named(this.pulsar + "/red-noise");
        double power = 0;
        for (int mode = 0; mode < MODES; mode++) {
            double scale = FastMath.pow(mode + 1, AMPLITUDE_INDEX);
            sines[mode] = random.nextGaussian(0, 1) * scale;
            cosines[mode] = random.nextGaussian(0, 1) * scale;
            power += (sines[mode] * sines[mode] + cosines[mode] * cosines[mode]) / 2;
        }
        double normalisation = pulsar.noise().redNoiseSeconds() / FastMath.sqrt(power);
        for (int mode = 0; mode < MODES; mode++) {
            sines[mode] *= normalisation;
            cosines[mode] *= normalisation;
        }
    }

    /** Delay of every TOA of a frame, equal within a sub-integration, s. */
    double[] delaysSeconds(FrameLayout frame) {
        RandomDataGenerator jumps = streams.named(pulsar + "/jumps/" + frame.name());
        Map<Integer, Double> ofSubIntegration = new HashMap<>();
        return frame.toas().stream()
                .mapToDouble(toa -> ofSubIntegration.computeIfAbsent(
                        toa.subIntegration(),
                        sub -> redNoiseSeconds(toa.centre()) + jumps.nextGaussian(0, JUMP_SECONDS)))
                .toArray();
    }

    private double redNoiseSeconds(ModifiedJulianDate instant) {
        double turn = 2 * Math.PI * (instant.day() - PulsarDesign.EPOCH_MJD + instant.fraction()) / SPAN_DAYS;
        double sum = 0;
        for (int mode = 0; mode < MODES; mode++) {
            double argument = (mode + 1) * turn;
            sum += sines[mode] * FastMath.sin(argument) + cosines[mode] * FastMath.cos(argument);
        }
        return sum;
    }
}
