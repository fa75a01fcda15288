package org.axionwatch.physics.timing;

/** Upper triangle of a symmetric matrix row by row, then the right-hand side, then the sum of squares, in one vector. */
final class PackedProducts {

    private final int terms;
    private final double[] values;

    PackedProducts(int terms) {
        this(terms, new double[length(terms)]);
    }

    PackedProducts(int terms, double[] values) {
        this.terms = terms;
        this.values = values;
    }

    static int length(int terms) {
        return terms * (terms + 1) / 2 + terms + 1;
    }

    void add(double[] row, double residual, double weight) {
        int next = 0;
        for (int j = 0; j < terms; j++) {
            double weighted = weight * row[j];
            for (int k = j; k < terms; k++) {
                values[next++] += weighted * row[k];
            }
        }
        for (int j = 0; j < terms; j++) {
            values[next++] += weight * row[j] * residual;
        }
        values[next] += weight * residual * residual;
    }

    double[] values() {
        return values;
    }

    /** The symmetric matrix. */
    double[][] matrix() {
        double[][] matrix = new double[terms][terms];
        int next = 0;
        for (int j = 0; j < terms; j++) {
            for (int k = j; k < terms; k++) {
                matrix[j][k] = values[next];
                matrix[k][j] = values[next++];
            }
        }
        return matrix;
    }

    double rightHandSide(int term) {
        return values[terms * (terms + 1) / 2 + term];
    }

    double sumOfSquares() {
        return values[values.length - 1];
    }
}
