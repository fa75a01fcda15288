package org.axionwatch.physics.dispersion;

/** Loops over one value of each of many curves. The curves are independent, so the compiler may take several at a time. */
final class CurveRows {

    private CurveRows() {}

    static void addScaled(double[] sums, double factor, double[] row) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += factor * row[k];
        }
    }

    static void addProduct(double[] sums, double weight, double[] row, double other) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += weight * row[k] * other;
        }
    }

    static void addSquare(double[] sums, double weight, double[] row) {
        for (int k = 0; k < sums.length; k++) {
            sums[k] += weight * row[k] * row[k];
        }
    }

    static void divide(double[] row, double divisor) {
        for (int k = 0; k < row.length; k++) {
            row[k] /= divisor;
        }
    }
}
