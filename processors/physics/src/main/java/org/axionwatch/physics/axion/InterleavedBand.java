package org.axionwatch.physics.axion;

import java.util.List;

/**
 * Band of a back end that samples with interleaved converters. Unequal gains of the converters leave a faint image of the
 * spectrum, mirrored about the centre of the band.
 *
 * @param backend back end as the archive's flag {@code -be} names it
 * @param receiver receiver as the flag {@code -fe} names it
 * @param centreMHz topocentric centre of the sampled band, MHz
 * @param bandwidthMHz width of the sampled band, MHz
 */
public record InterleavedBand(String backend, String receiver, double centreMHz, double bandwidthMHz) {

    /**
     * The interleaved bands of NANOGrav's GUPPI (Green Bank) and PUPPI (Arecibo): centres and widths as sampled, from which
     * the published TOAs cover the part that the receiver passes (Alam et al. 2021, ApJS 252 4, table 1).
     */
    public static final List<InterleavedBand> NANOGRAV = List.of(
            new InterleavedBand("GUPPI", "Rcvr1_2", 1500, 800),
            new InterleavedBand("GUPPI", "Rcvr_800", 820, 200),
            new InterleavedBand("PUPPI", "L-wide", 1380, 800),
            new InterleavedBand("PUPPI", "S-wide", 2030, 800),
            new InterleavedBand("PUPPI", "430", 430, 100),
            new InterleavedBand("PUPPI", "327", 327, 100));

    public InterleavedBand {
        if (backend.isBlank() || receiver.isBlank()) {
            throw new IllegalArgumentException("an interleaved band needs a back end and a receiver");
        }
        Axion.requirePositive(centreMHz, "band centre");
        Axion.requirePositive(bandwidthMHz, "bandwidth");
        if (!(bandwidthMHz < 2 * centreMHz)) {
            throw new IllegalArgumentException(
                    "a band " + bandwidthMHz + " MHz wide does not fit about " + centreMHz + " MHz");
        }
    }

    /** Whether a frame was recorded with this band. */
    public boolean recorded(String frameBackend, String frameReceiver) {
        return backend.equals(frameBackend) && receiver.equals(frameReceiver);
    }
}
