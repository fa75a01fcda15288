package org.axionwatch.streams.evidence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.axionwatch.physics.axion.MatchedFilterProducts;
import org.axionwatch.physics.axion.ResonanceGrid;
import org.axionwatch.physics.likelihood.FixedPointVectorSum;
import org.jspecify.annotations.Nullable;

/**
 * Matched-filter products summed in exact fixed point: with the channels of predicted ghosts, without them, and the squares
 * of the latter's numerators. The second sum exists only while frames with ghosts are in the stack; else it is the first.
 */
final class StackSums {

    /** Range 1.5e26 s^-2, resolution 9e-13 s^-2: from nanosecond to second uncertainties with room for 1e8 frames. */
    static final int FRACTION_BITS = 40;

    /** Range 1.6e32 s^-2, resolution 1e-6 s^-2: a square exceeds its denominator by the squared significance. */
    private static final int SQUARE_FRACTION_BITS = 20;

    private final FixedPointVectorSum unvetoed;
    private final FixedPointVectorSum squares;
    private @Nullable FixedPointVectorSum ghostFree;
    private long framesWithGhosts;

    private StackSums(FixedPointVectorSum unvetoed, FixedPointVectorSum squares) {
        this.unvetoed = unvetoed;
        this.squares = squares;
    }

    static StackSums empty(int cells) {
        return new StackSums(
                FixedPointVectorSum.zeros(2 * cells, FRACTION_BITS),
                FixedPointVectorSum.zeros(cells, SQUARE_FRACTION_BITS));
    }

    void add(ScoreProducts products) {
        if (products.hasGhosts()) {
            framesWithGhosts++;
            if (ghostFree == null) {
                ghostFree = FixedPointVectorSum.fromBytes(unvetoed.toBytes());
            }
        }
        if (ghostFree != null) {
            ghostFree.add(products.ghostFree());
        }
        unvetoed.add(products.unvetoed());
        squares.add(products.squares());
    }

    void subtract(ScoreProducts products) {
        unvetoed.subtract(products.unvetoed());
        squares.subtract(products.squares());
        if (ghostFree != null) {
            ghostFree.subtract(products.ghostFree());
        }
        framesWithGhosts -= products.hasGhosts() ? 1 : 0;
        if (framesWithGhosts == 0) {
            ghostFree = null;
        }
    }

    boolean hasGhosts() {
        return ghostFree != null;
    }

    MatchedFilterProducts unvetoed(ResonanceGrid grid) {
        return products(unvetoed, grid);
    }

    MatchedFilterProducts ghostFree(ResonanceGrid grid) {
        return products(ghostFree == null ? unvetoed : ghostFree, grid);
    }

    /** Sum of the squared ghost-free numerators of a cell, s^-2. */
    double squares(int cell) {
        return squares.value(cell);
    }

    private static MatchedFilterProducts products(FixedPointVectorSum sums, ResonanceGrid grid) {
        double[] values = sums.values();
        int cells = grid.count();
        return new MatchedFilterProducts(
                grid, Arrays.copyOfRange(values, 0, cells), Arrays.copyOfRange(values, cells, 2 * cells));
    }

    void write(DataOutputStream out) throws IOException {
        writeSum(out, unvetoed);
        writeSum(out, squares);
        out.writeLong(framesWithGhosts);
        if (ghostFree != null) {
            writeSum(out, ghostFree);
        }
    }

    static StackSums read(DataInputStream in) throws IOException {
        StackSums sums = new StackSums(readSum(in), readSum(in));
        sums.framesWithGhosts = in.readLong();
        if (sums.framesWithGhosts > 0) {
            sums.ghostFree = readSum(in);
        }
        return sums;
    }

    static void writeSum(DataOutputStream out, FixedPointVectorSum sum) throws IOException {
        byte[] bytes = sum.toBytes();
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static FixedPointVectorSum readSum(DataInputStream in) throws IOException {
        return FixedPointVectorSum.fromBytes(in.readNBytes(in.readInt()));
    }
}
