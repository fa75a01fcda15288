package org.axionwatch.physics.timing;

import org.axionwatch.physics.PhysicalConstants;

/**
 * Achromatic red noise with a power-law spectrum on a Fourier basis f_k = k/T (Lentati et al. 2013, as PINT has it): each
 * coefficient of sin and cos has the prior variance phi_k = A^2/(12 pi^2) f_yr^(gamma - 3) f_k^-gamma/T with
 * f_yr = 1/(365.25 d).
 *
 * @param log10Amplitude log10 of the dimensionless amplitude A at 1/yr (TNREDAMP)
 * @param spectralIndex gamma (TNREDGAM)
 * @param components number of frequencies (TNREDC), at least one
 * @param timeSpanSeconds T, the span of the whole data set fixed in advance, s
 */
public record RedNoise(double log10Amplitude, double spectralIndex, int components, double timeSpanSeconds) {

    private static final double PER_YEAR_HZ =
            1 / (PhysicalConstants.SECONDS_PER_DAY * PhysicalConstants.DAYS_PER_JULIAN_YEAR);

    public RedNoise {
        if (!Double.isFinite(log10Amplitude) || !Double.isFinite(spectralIndex)) {
            throw new IllegalArgumentException(
                    "red noise needs finite numbers, not " + log10Amplitude + " and " + spectralIndex);
        }
        if (components < 1 || !(timeSpanSeconds > 0) || Double.isInfinite(timeSpanSeconds)) {
            throw new IllegalArgumentException(
                    "red noise of " + components + " components over " + timeSpanSeconds + " s");
        }
    }

    /**
     * Angular frequency of a component, rad s^-1.
     *
     * @param component 1 for the lowest frequency
     */
    double angularFrequency(int component) {
        return 2 * Math.PI * component / timeSpanSeconds;
    }

    /**
     * Prior variance of a coefficient, s^2.
     *
     * @param component 1 for the lowest frequency
     */
    public double priorVariance(int component) {
        double amplitude = Math.pow(10, log10Amplitude);
        double frequency = component / timeSpanSeconds;
        return amplitude
                * amplitude
                / (12 * Math.PI * Math.PI)
                * Math.pow(PER_YEAR_HZ, spectralIndex - 3)
                * Math.pow(frequency, -spectralIndex)
                / timeSpanSeconds;
    }
}
