package org.axionwatch.physics.axion;

import java.util.Arrays;
import java.util.stream.IntStream;
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

    /** Loops run over cells, which are independent, so the processor works on several at a time; few enough for its cache. */
    private static final int CELLS_AT_ONCE = 128;

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
        int[] cells = seenCells(frequencies);
        double[] numerators = new double[grid.count()];
        double[] denominators = new double[grid.count()];
        for (int from = 0; from < cells.length; from += CELLS_AT_ONCE) {
            int[] block = Arrays.copyOfRange(cells, from, Math.min(from + CELLS_AT_ONCE, cells.length));
            double[][] lines = lines(frequencies, block);
            projection.projectAll(lines);
            scatter(projection.products(lines, residuals), block, numerators);
            scatter(projection.norms(lines), block, denominators);
        }
        return new MatchedFilterProducts(grid, numerators, denominators);
    }

    /** Templates of some cells, element [i][k] in channel i for the k-th of them. */
    private double[][] lines(double[] frequencies, int[] cells) {
        double[] resonances =
                IntStream.of(cells).mapToDouble(grid::frequencyMHz).toArray();
        double[][] lines = new double[frequencies.length][];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = template.sample(frequencies[i], resonances);
        }
        return lines;
    }

    private static void scatter(double[] values, int[] cells, double[] target) {
        for (int k = 0; k < cells.length; k++) {
            target[cells[k]] = values[k];
        }
    }

    private int[] seenCells(double[] frequencies) {
        return IntStream.range(0, grid.count())
                .filter(cell -> sees(frequencies, grid.frequencyMHz(cell)))
                .toArray();
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
