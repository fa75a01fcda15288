package org.axionwatch.physics.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;

class SequentialCholeskyTest {

    private static final int SIZE = 6;

    @Test
    void shouldInvertAsCommonsMathWhereEverythingIsDetermined() {
        RealMatrix matrix = squared(new Random(3), SIZE);
        double[][] expected =
                new CholeskyDecomposition(matrix).getSolver().getInverse().getData();

        SequentialCholesky cholesky = new SequentialCholesky(matrix.getData());

        for (int j = 0; j < SIZE; j++) {
            assertThat(cholesky.isDetermined(j)).isTrue();
            assertThat(cholesky.inverse()[j]).containsExactly(expected[j], offset(1e-12));
        }
    }

    /** Column 3 doubles column 1 and column 4 is zero: the rest is solved as if they were not there. */
    @Test
    void shouldSolveForTheRestWhereColumnsAreCopiesOrZero() {
        RealMatrix small = squared(new Random(4), 4);
        int[] origin = {0, 1, 2, 1, -1, 3};
        double[] factor = {1, 1, 1, 2, 0, 1};
        double[][] large = new double[SIZE][SIZE];
        double[] right = new double[SIZE];
        double[] smallRight = {1, -2, 3, -4};
        for (int j = 0; j < SIZE; j++) {
            for (int k = 0; k < SIZE; k++) {
                large[j][k] =
                        factor[j] * factor[k] == 0 ? 0 : factor[j] * factor[k] * small.getEntry(origin[j], origin[k]);
            }
            right[j] = factor[j] == 0 ? 0 : factor[j] * smallRight[origin[j]];
        }
        double[] expected = new CholeskyDecomposition(small)
                .getSolver()
                .solve(new Array2DRowRealMatrix(smallRight))
                .getColumn(0);

        SequentialCholesky cholesky = new SequentialCholesky(large);

        assertThat(IntStream.range(0, SIZE).filter(j -> !cholesky.isDetermined(j)))
                .containsExactly(3, 4);
        assertThat(cholesky.solve(right))
                .containsExactly(
                        new double[] {expected[0], expected[1], expected[2], 0, 0, expected[3]}, offset(1e-12));
        assertThat(cholesky.inverse()[3]).containsOnly(0);
    }

    @Test
    void shouldTellHowNearTwoColumnsAre() {
        double correlation = 1 - 1e-6;

        SequentialCholesky cholesky =
                new SequentialCholesky(new double[][] {{4, 2 * correlation}, {2 * correlation, 1}});

        assertThat(cholesky.smallestPivot()).isCloseTo(1 - correlation * correlation, offset(1e-14));
    }

    private static RealMatrix squared(Random random, int size) {
        RealMatrix root = new Array2DRowRealMatrix(size + 3, size);
        for (int j = 0; j < size + 3; j++) {
            root.setRow(j, random.doubles(size, -1, 1).toArray());
        }
        return root.transpose().multiply(root);
    }
}
