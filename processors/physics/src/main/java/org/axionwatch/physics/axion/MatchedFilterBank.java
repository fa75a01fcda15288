package org.axionwatch.physics.axion;

import org.axionwatch.physics.dispersion.InFrameProjection;
import org.axionwatch.physics.dispersion.ResidualCurve;
import org.axionwatch.physics.dispersion.UnusableFrameException;

/**
 * Matched filters for a resonance in every cell of a grid. Each template goes through the projection of the frame, so
 * amplitudes are unbiased by the fitted constants and nu^-2.
 *
 * <p>A frame sees a cell where one of its channels lies within two half widths of it (the Lorentzian is above one fifth
 * there). Elsewhere both products are zero: a fit of the far wings alone would measure broad-band structure.
 */
public final class MatchedFilterBank {

    private static final double REACH_HALF_WIDTHS = 2;

    private final ResonanceGrid grid;
    private final ResonanceTemplate template;

    /**
     * @param grid cells to search
     * @param shape line shape
     * @param halfWidthMHz its half width, MHz
     */
    public MatchedFilterBank(ResonanceGrid grid, LineShape shape, double halfWidthMHz) {
        this.grid = grid;
        this.template = new ResonanceTemplate(shape, halfWidthMHz);
    }

    /** The default grid with a Lorentzian of 5 MHz half width. */
    public static MatchedFilterBank withDefaults() {
        ResonanceTemplate line = ResonanceTemplate.DEFAULT;
        return new MatchedFilterBank(ResonanceGrid.DEFAULT, line.shape(), line.halfWidthMHz());
    }

    public ResonanceGrid grid() {
        return grid;
    }

    public ResonanceTemplate template() {
        return template;
    }

    /**
     * Products of one curve with every template.
     *
     * @param curve residuals, projected or not: the products are the same
     * @throws UnusableFrameException where the channels do not determine the projection
     */
    public MatchedFilterProducts filter(ResidualCurve curve) {
        InFrameProjection projection = curve.projection();
        double[] frequencies = curve.barycentricFrequencyMHz();
        double[] residuals = projection.project(curve.residualSeconds());
        double[] numerators = new double[grid.count()];
        double[] denominators = new double[grid.count()];
        for (int cell = 0; cell < numerators.length; cell++) {
            double resonance = grid.frequencyMHz(cell);
            if (sees(frequencies, resonance)) {
                double[] line = projection.project(template.sample(frequencies, resonance));
                numerators[cell] = projection.product(line, residuals);
                denominators[cell] = projection.product(line, line);
            }
        }
        return new MatchedFilterProducts(grid, numerators, denominators);
    }

    private boolean sees(double[] frequencies, double resonance) {
        double reach = REACH_HALF_WIDTHS * template.halfWidthMHz();
        for (double frequency : frequencies) {
            if (Math.abs(frequency - resonance) <= reach) {
                return true;
            }
        }
        return false;
    }
}
