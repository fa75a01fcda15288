package org.axionwatch.physics.profile;

/**
 * A profile as a shifted and scaled template plus a constant and noise.
 *
 * @param shiftTurns by how much the profile is later than the template, in [-0.5, 0.5] turns
 * @param shiftUncertaintyTurns one standard deviation of the shift, turns
 * @param scale amplitude of the template in the profile; above zero
 * @param scaleUncertainty one standard deviation of the scale
 * @param noise standard deviation of one bin of the profile around the fit
 */
public record TemplateFit(
        double shiftTurns, double shiftUncertaintyTurns, double scale, double scaleUncertainty, double noise) {

    /** Scale over its uncertainty: the matched-filter signal-to-noise ratio of the profile. */
    public double signalToNoise() {
        return scale / scaleUncertainty;
    }
}
