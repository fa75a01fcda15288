package org.axionwatch.physics.dispersion;

/**
 * Residuals of one frame against frequency. Element i of every array belongs to the same channel.
 *
 * @param barycentricFrequencyMHz barycentric frequencies, MHz
 * @param residualSeconds residuals, s, positive when late
 * @param uncertaintySeconds one standard deviation each, s
 * @param subIntegration number of the sub-integration of each
 */
@SuppressWarnings("ArrayRecordComponent")
public record ResidualCurve(
        double[] barycentricFrequencyMHz, double[] residualSeconds, double[] uncertaintySeconds, int[] subIntegration) {

    public ResidualCurve {
        barycentricFrequencyMHz = barycentricFrequencyMHz.clone();
        residualSeconds = residualSeconds.clone();
        uncertaintySeconds = uncertaintySeconds.clone();
        subIntegration = subIntegration.clone();
        if (residualSeconds.length != barycentricFrequencyMHz.length) {
            throw new IllegalArgumentException("a residual curve needs one residual for each frequency");
        }
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
        return InFrameProjection.of(barycentricFrequencyMHz, uncertaintySeconds, subIntegration);
    }
}
