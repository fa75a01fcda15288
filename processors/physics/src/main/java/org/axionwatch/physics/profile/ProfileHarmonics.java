package org.axionwatch.physics.profile;

import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.axionwatch.physics.ArgumentChecks;

/**
 * Fourier coefficients (1/N) sum_n p_n exp(-2 pi i k n/N) of a profile whose bin n is at pulse phase n/N, for k = 1 to
 * N/2 - 1: neither the mean, which is no part of a pulse, nor the Nyquist harmonic, which has no phase.
 */
final class ProfileHarmonics {

    private static final int FEWEST_BINS = 8;

    private final int bins;
    private final Complex[] coefficients;

    private ProfileHarmonics(int bins, Complex[] coefficients) {
        this.bins = bins;
        this.coefficients = coefficients;
    }

    /** @throws IllegalArgumentException unless the bins are a power of two, at least eight, and all finite */
    static ProfileHarmonics of(double[] intensities) {
        int bins = intensities.length;
        if (bins < FEWEST_BINS || Integer.bitCount(bins) != 1) {
            throw new IllegalArgumentException(
                    "bins of a profile must be a power of two and at least " + FEWEST_BINS + ", not " + bins);
        }
        for (double intensity : intensities) {
            ArgumentChecks.finite("intensity of a profile", intensity);
        }
        Complex[] spectrum =
                new FastFourierTransformer(DftNormalization.STANDARD).transform(intensities, TransformType.FORWARD);
        Complex[] coefficients = new Complex[bins / 2];
        coefficients[0] = Complex.ZERO;
        for (int k = 1; k < coefficients.length; k++) {
            coefficients[k] = spectrum[k].divide(bins);
        }
        return new ProfileHarmonics(bins, coefficients);
    }

    int bins() {
        return bins;
    }

    /** Number of the highest harmonic. */
    int highest() {
        return coefficients.length - 1;
    }

    Complex at(int harmonic) {
        return coefficients[harmonic];
    }

    /** Sum of |c_k|^2 from k = 1 to the given harmonic. */
    double power(int upTo) {
        double power = 0;
        for (int k = 1; k <= upTo; k++) {
            double amplitude = coefficients[k].abs();
            power += amplitude * amplitude;
        }
        return power;
    }
}
