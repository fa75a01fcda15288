package org.axionwatch.streams.evidence;

import java.util.List;
import org.axionwatch.records.pulsar.MatchedFilterProducts;
import org.axionwatch.records.pulsar.ResonanceGrid;
import org.axionwatch.records.pulsar.SignalScore;
import org.axionwatch.streams.step.BadRecordException;
import org.axionwatch.streams.step.BadRecordException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The products of one frame as addends: numerators of all cells, then denominators.
 *
 * @param unvetoed with the channels of predicted ghosts
 * @param ghostFree without them; the same array where the frame has no ghosts
 */
@SuppressWarnings("ArrayRecordComponent")
record ScoreProducts(double[] unvetoed, double[] ghostFree) {

    /** @throws BadRecordException GRID_MISMATCH or INCONSISTENT_SHAPE */
    static ScoreProducts of(SignalScore score, ResonanceGrid grid) {
        double[] unvetoed = addend(score.getProducts(), grid);
        @Nullable MatchedFilterProducts ghostFree = score.getGhostFreeProducts();
        return new ScoreProducts(unvetoed, ghostFree == null ? unvetoed : addend(ghostFree, grid));
    }

    boolean hasGhosts() {
        return unvetoed != ghostFree;
    }

    /** Square of each ghost-free numerator. */
    double[] squares() {
        double[] squares = new double[ghostFree.length / 2];
        for (int cell = 0; cell < squares.length; cell++) {
            squares[cell] = ghostFree[cell] * ghostFree[cell];
        }
        return squares;
    }

    private static double[] addend(MatchedFilterProducts products, ResonanceGrid grid) {
        if (!products.getGrid().equals(grid)) {
            throw new BadRecordException(Reason.GRID_MISMATCH, products.getGrid() + " on sums over " + grid);
        }
        List<Double> numerators = products.getNumerators();
        List<Double> denominators = products.getDenominators();
        int cells = grid.getCount();
        if (numerators.size() != cells || denominators.size() != cells) {
            throw new BadRecordException(
                    Reason.INCONSISTENT_SHAPE,
                    numerators.size() + " numerators and " + denominators.size() + " denominators for " + cells
                            + " cells");
        }
        double[] addend = new double[2 * cells];
        for (int cell = 0; cell < cells; cell++) {
            addend[cell] = numerators.get(cell);
            addend[cells + cell] = denominators.get(cell);
        }
        return addend;
    }
}
