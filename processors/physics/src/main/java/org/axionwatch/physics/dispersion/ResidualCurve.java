package org.axionwatch.physics.dispersion;

import java.util.stream.IntStream;

/**
 * Residuals of one frame against frequency. Element i of every array belongs to the same channel.
 *
 * @param barycentricFrequencyMHz barycentric frequencies, MHz
 * @param residualSeconds residuals, s, positive when late
 * @param uncertaintySeconds one standard deviation each, s
 * @param subIntegration number of the sub-integration of each
 * @param polynomialDegree highest power of ln nu that the projection takes out with nu^-2, 0 for none
 */
@SuppressWarnings("ArrayRecordComponent")
public record ResidualCurve(
        double[] barycentricFrequencyMHz,
        double[] residualSeconds,
        double[] uncertaintySeconds,
        int[] subIntegration,
        int polynomialDegree) {

    public ResidualCurve {
        barycentricFrequencyMHz = barycentricFrequencyMHz.clone();
        residualSeconds = residualSeconds.clone();
        uncertaintySeconds = uncertaintySeconds.clone();
        subIntegration = subIntegration.clone();
        if (residualSeconds.length != barycentricFrequencyMHz.length) {
            throw new IllegalArgumentException("a residual curve needs one residual for each frequency");
        }
    }

    /** A curve whose projection takes out constants and nu^-2 only. */
    public ResidualCurve(
            double[] barycentricFrequencyMHz,
            double[] residualSeconds,
            double[] uncertaintySeconds,
            int[] subIntegration) {
        this(barycentricFrequencyMHz, residualSeconds, uncertaintySeconds, subIntegration, 0);
    }

    @Override
    public double[] barycentricFrequencyMHz() {
        return barycentricFrequencyMHz.clone();
    }

    @Override
    public double[] residualSeconds() {
        return residualSeconds.clone();
    }

    @Override
    public double[] uncertaintySeconds() {
        return uncertaintySeconds.clone();
    }

    @Override
    public int[] subIntegration() {
        return subIntegration.clone();
    }

    /** Number of channels. */
    public int size() {
        return residualSeconds.length;
    }

    /**
     * The projection that the curve went through, to apply to templates.
     *
     * @throws UnusableFrameException where the channels do not determine it
     */
    public InFrameProjection projection() {
        return InFrameProjection.of(barycentricFrequencyMHz, uncertaintySeconds, subIntegration, polynomialDegree);
    }

    /**
     * Some of the channels in the given order.
     *
     * @param indices 0-based channels
     */
    public ResidualCurve channels(int[] indices) {
        return new ResidualCurve(
                selected(barycentricFrequencyMHz, indices),
                selected(residualSeconds, indices),
                selected(uncertaintySeconds, indices),
                IntStream.of(indices).map(index -> subIntegration[index]).toArray(),
                polynomialDegree);
    }

    private static double[] selected(double[] values, int[] indices) {
        return IntStream.of(indices).mapToDouble(index -> values[index]).toArray();
    }
}
