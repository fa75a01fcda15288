package org.axionwatch.physics.dispersion;

/**
 * Cold-plasma delay relative to infinite frequency, K DM/nu^2 (Lorimer and Kramer 2004, eq. 4.7), valid for nu far
 * above the plasma frequency of the interstellar medium (kilohertz).
 *
 * @param constant the dispersion constant that the dispersion measures belong to
 */
public record DispersionModel(PlasmaConstant constant) {

    /** The convention of every published dispersion measure, K = 1/2.41e-4. */
    public static final DispersionModel DEFAULT = new DispersionModel(PlasmaConstant.TEMPO);

    /**
     * Delay relative to infinite frequency.
     *
     * @param dispersionMeasurePcPerCm3 dispersion measure, pc cm^-3
     * @param frequencyMHz barycentric frequency, MHz; infinity gives zero
     * @return delay, s
     * @throws IllegalArgumentException for a frequency that is not positive or a dispersion measure that is not finite
     */
    public double delaySeconds(double dispersionMeasurePcPerCm3, double frequencyMHz) {
        if (!(frequencyMHz > 0)) {
            throw new IllegalArgumentException("frequency must be positive, not " + frequencyMHz + " MHz");
        }
        if (!Double.isFinite(dispersionMeasurePcPerCm3)) {
            throw new IllegalArgumentException("dispersion measure must be finite, not " + dispersionMeasurePcPerCm3);
        }
        return constant.secondsMHz2Cm3PerPc() * dispersionMeasurePcPerCm3 / (frequencyMHz * frequencyMHz);
    }

    /**
     * Delay at the first frequency minus delay at the second, K DM (nu1^-2 - nu2^-2).
     *
     * @param dispersionMeasurePcPerCm3 dispersion measure, pc cm^-3
     * @param firstFrequencyMHz barycentric frequency, MHz
     * @param secondFrequencyMHz barycentric frequency, MHz; may be infinite
     * @return signed difference, s
     */
    public double delayDifferenceSeconds(
            double dispersionMeasurePcPerCm3, double firstFrequencyMHz, double secondFrequencyMHz) {
        return delaySeconds(dispersionMeasurePcPerCm3, firstFrequencyMHz)
                - delaySeconds(dispersionMeasurePcPerCm3, secondFrequencyMHz);
    }

    /** Dispersion measure whose delay at the frequency is the given one, pc cm^-3. */
    double dispersionMeasure(double delaySeconds, double frequencyMHz) {
        return delaySeconds * frequencyMHz * frequencyMHz / constant.secondsMHz2Cm3PerPc();
    }
}
