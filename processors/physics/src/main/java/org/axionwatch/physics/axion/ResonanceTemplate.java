package org.axionwatch.physics.axion;

/**
 * A resonance line sampled at channel frequencies. Its amplitude is the delay on resonance, s.
 *
 * @param shape line shape
 * @param halfWidthMHz half width at half maximum of the Lorentzian, half the plateau of the floored kernel, MHz
 */
public record ResonanceTemplate(LineShape shape, double halfWidthMHz) {

    /** A Lorentzian of 5 MHz half width. */
    public static final ResonanceTemplate DEFAULT = new ResonanceTemplate(LineShape.LORENTZIAN, 5);

    public ResonanceTemplate {
        Axion.requirePositive(halfWidthMHz, "half width");
    }

    /**
     * Samples the line with unit amplitude.
     *
     * @param barycentricFrequencyMHz channel frequencies, MHz
     * @param resonanceMHz resonance frequency, MHz
     * @return one dimensionless value for each channel
     */
    public double[] sample(double[] barycentricFrequencyMHz, double resonanceMHz) {
        double[] line = new double[barycentricFrequencyMHz.length];
        for (int i = 0; i < line.length; i++) {
            line[i] = shape.at(barycentricFrequencyMHz[i], resonanceMHz, halfWidthMHz);
        }
        return line;
    }

    /**
     * As {@link #sample(double[], double)} for one channel of many lines.
     *
     * @param barycentricFrequencyMHz frequency of the channel, MHz
     * @param resonancesMHz resonance frequencies, MHz
     * @return one dimensionless value for each resonance
     */
    double[] sample(double barycentricFrequencyMHz, double[] resonancesMHz) {
        double[] values = new double[resonancesMHz.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = shape.at(barycentricFrequencyMHz, resonancesMHz[k], halfWidthMHz);
        }
        return values;
    }
}
