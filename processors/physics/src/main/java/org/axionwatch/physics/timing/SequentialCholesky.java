package org.axionwatch.physics.timing;

/**
 * Cholesky decomposition of a symmetric matrix that leaves out each column which the columns before it determine already: with
 * few data not every term of a fit is known, and which are not should have a name. Commons Math's decompositions refuse such
 * a matrix or mix its columns.
 */
final class SequentialCholesky {

    /** A pivot of the equilibrated matrix below this is rounding. */
    private static final double SMALLEST_PIVOT = 1e-13;

    private final double[][] lower;
    private final double[] scale;
    private final boolean[] determined;
    private double smallestPivot = 1;

    /** @param matrix symmetric, positive semi-definite but for rounding */
    SequentialCholesky(double[][] matrix) {
        int size = matrix.length;
        lower = new double[size][];
        scale = new double[size];
        determined = new boolean[size];
        for (int j = 0; j < size; j++) {
            scale[j] = matrix[j][j] > 0 ? 1 / Math.sqrt(matrix[j][j]) : 0;
        }
        for (int j = 0; j < size; j++) {
            lower[j] = new double[j + 1];
            decompose(matrix, j);
        }
    }

    private void decompose(double[][] matrix, int j) {
        double pivot = scale[j] > 0 ? 1 : 0;
        for (int k = 0; k < j; k++) {
            if (determined[k]) {
                double sum = matrix[j][k] * scale[j] * scale[k];
                for (int i = 0; i < k; i++) {
                    sum -= lower[j][i] * lower[k][i];
                }
                lower[j][k] = sum / lower[k][k];
                pivot -= lower[j][k] * lower[j][k];
            }
        }
        determined[j] = pivot > SMALLEST_PIVOT;
        if (determined[j]) {
            lower[j][j] = Math.sqrt(pivot);
            smallestPivot = Math.min(smallestPivot, pivot);
        } else {
            lower[j] = new double[j + 1];
        }
    }

    boolean isDetermined(int column) {
        return determined[column];
    }

    /** Smallest pivot of the equilibrated matrix: the share of a column's square that no column before it explains. */
    double smallestPivot() {
        return smallestPivot;
    }

    /** Solution of matrix x = right with zero for what is not determined. */
    double[] solve(double[] right) {
        int size = scale.length;
        double[] x = new double[size];
        for (int j = 0; j < size; j++) {
            if (determined[j]) {
                double sum = right[j] * scale[j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[j][k] * x[k];
                }
                x[j] = sum / lower[j][j];
            }
        }
        for (int j = size - 1; j >= 0; j--) {
            if (determined[j]) {
                for (int k = j + 1; k < size; k++) {
                    x[j] -= determined[k] ? lower[k][j] * x[k] : 0;
                }
                x[j] /= lower[j][j];
            }
        }
        for (int j = 0; j < size; j++) {
            x[j] *= scale[j];
        }
        return x;
    }

    /** Inverse of the matrix over what is determined, zero elsewhere. */
    double[][] inverse() {
        int size = scale.length;
        double[][] inverse = new double[size][];
        double[] unit = new double[size];
        for (int j = 0; j < size; j++) {
            unit[j] = determined[j] ? 1 : 0;
            inverse[j] = solve(unit);
            unit[j] = 0;
        }
        return inverse;
    }
}
