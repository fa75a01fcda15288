package org.axionwatch.physics.dispersion;

import java.util.List;

/**
 * The chromatic residual curve of one frame and what was taken out of it.
 *
 * @param curve residuals after the in-frame projection
 * @param offsets constants fitted and removed, one a sub-integration in order of appearance
 * @param deltaDispersion correction to the dispersion measure, fitted and removed
 * @param goodness how well noise alone explains the curve
 * @param terms names of what was removed and fitted
 */
public record FrameResidual(
        ResidualCurve curve,
        List<SubIntegrationOffset> offsets,
        DispersionCorrection deltaDispersion,
        Goodness goodness,
        Terms terms) {

    public FrameResidual {
        offsets = List.copyOf(offsets);
    }

    /**
     * @param pcPerCm3 correction to the model's dispersion measure, pc cm^-3
     * @param uncertaintyPcPerCm3 one standard deviation, pc cm^-3
     */
    public record DispersionCorrection(double pcPerCm3, double uncertaintyPcPerCm3) {}

    /**
     * @param chiSquared sum of (residual/uncertainty)^2
     * @param degreesOfFreedom channels minus fitted terms, at least one
     */
    public record Goodness(double chiSquared, int degreesOfFreedom) {}

    /**
     * @param removed terms subtracted with the values of the timing model, named as in the .par file
     * @param fitted terms fitted inside the frame and projected out
     */
    public record Terms(List<String> removed, List<String> fitted) {
        public Terms {
            removed = List.copyOf(removed);
            fitted = List.copyOf(fitted);
        }
    }
}
