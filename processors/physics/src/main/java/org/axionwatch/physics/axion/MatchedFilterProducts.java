package org.axionwatch.physics.axion;

/**
 * Additive products of residual curves with a bank of templates t: the sums over frames of both arrays are the products
 * of all frames together.
 *
 * @param grid the cells of the bank
 * @param numerators t' W P d for each cell with W = diag(sigma^-2) and P the in-frame projection, s^-1
 * @param denominators t' W P t for each cell, s^-2; zero where no channel sees the cell
 */
@SuppressWarnings("ArrayRecordComponent")
public record MatchedFilterProducts(ResonanceGrid grid, double[] numerators, double[] denominators) {

    public MatchedFilterProducts {
        numerators = numerators.clone();
        denominators = denominators.clone();
        if (numerators.length != grid.count() || denominators.length != grid.count()) {
            throw new IllegalArgumentException("products need one value for each of " + grid.count() + " cells");
        }
        for (int cell = 0; cell < numerators.length; cell++) {
            if (!Double.isFinite(numerators[cell]) || !(denominators[cell] >= 0 && denominators[cell] < 1 / 0.0)) {
                throw new IllegalArgumentException("product of cell " + cell + " is not finite");
            }
        }
    }

    @Override
    public double[] numerators() {
        return numerators.clone();
    }

    @Override
    public double[] denominators() {
        return denominators.clone();
    }
}
