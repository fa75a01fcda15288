package org.axionwatch.topics.ingest;

import java.nio.ByteBuffer;
import org.axionwatch.records.pulsar.FoldedChannel;

/**
 * A profile in 16-bit samples, intensity = offset + scale x sample, its range spread over -32767 to 32767. Rounding adds
 * at most 1/220,000 of the range to the noise.
 *
 * @param scale intensity of one unit of a sample
 * @param offset intensity of a sample of zero
 * @param samples one sample a bin
 */
public record DigitisedProfile(double scale, double offset, short[] samples) {
    private static final int MAX_SAMPLE = 32_767;

    /** Digitises finite intensities. */
    public static DigitisedProfile of(double[] intensities) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (double intensity : intensities) {
            lowest = Math.min(lowest, intensity);
            highest = Math.max(highest, intensity);
        }
        double offset = lowest + (highest - lowest) / 2;
        double scale = (highest - lowest) / (2 * MAX_SAMPLE);
        short[] samples = new short[intensities.length];
        for (int bin = 0; bin < samples.length && scale > 0; bin++) {
            samples[bin] = (short) Math.rint((intensities[bin] - offset) / scale);
        }
        return new DigitisedProfile(scale, offset, samples);
    }

    /** The samples of a channel as recorded. */
    static DigitisedProfile of(FoldedChannel channel) {
        ByteBuffer bytes = channel.getSamples().duplicate();
        short[] samples = new short[bytes.remaining() / Short.BYTES];
        bytes.asShortBuffer().get(samples);
        return new DigitisedProfile(channel.getScale(), channel.getOffset(), samples);
    }

    /** A channel with this profile. */
    public FoldedChannel channel(double frequencyMHz, double weight) {
        ByteBuffer bytes = ByteBuffer.allocate(Short.BYTES * samples.length);
        bytes.asShortBuffer().put(samples);
        return new FoldedChannel(frequencyMHz, weight, scale, offset, bytes);
    }
}
