package org.axionwatch.physics.timing;

/**
 * Residuals of one frame under a solution. All arrays have one element for each arrival time.
 *
 * @param prefitSeconds arrival time minus timing model, jumps included, s
 * @param redNoiseSeconds realisation of the red noise, s
 * @param whitenedSeconds what is left after every fitted term, red noise and jitter, s
 * @param uncertaintySeconds one standard deviation with EFAC and EQUAD, s
 * @param barycentricFrequencyMHz frequency at the barycentre, MHz
 */
@SuppressWarnings("ArrayRecordComponent")
public record TimedFrame(
        double[] prefitSeconds,
        double[] redNoiseSeconds,
        double[] whitenedSeconds,
        double[] uncertaintySeconds,
        double[] barycentricFrequencyMHz) {}
