package org.axionwatch.physics.bandpass;

import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * Power series of the triangle, f = -2 sum 4^n n!/(i! j! k!) (i+k)! (j+k)! (i+j)!/(2n+2)! a^i b^j c^k over
 * i + j + k = n, from Dirichlet's integral of each term; converges for arguments below 1.
 */
final class TriangleSeries {

    private static final double PRECISION = 1e-17;
    private static final int HIGHEST_ORDER = 40;

    private TriangleSeries() {}

    /** 1 + f(a, b, c): the sum from n = 1. */
    static double departure(double a, double b, double c) {
        double largest = Math.max(Math.abs(a), Math.max(Math.abs(b), Math.abs(c)));
        double sum = 0;
        double power = largest;
        for (int order = 1; order <= HIGHEST_ORDER && power > PRECISION * largest; order++) {
            sum += term(order, a, b, c);
            power *= largest;
        }
        return sum;
    }

    private static double term(int order, double a, double b, double c) {
        double sum = 0;
        for (int i = 0; i <= order; i++) {
            for (int j = 0; j <= order - i; j++) {
                int k = order - i - j;
                sum += coefficient(i, j, k) * Math.pow(a, i) * Math.pow(b, j) * Math.pow(c, k);
            }
        }
        return -2 * sum;
    }

    private static double coefficient(int i, int j, int k) {
        int n = i + j + k;
        double logarithm = n * Math.log(4)
                + logFactorial(n)
                - logFactorial(i)
                - logFactorial(j)
                - logFactorial(k)
                + logFactorial(i + k)
                + logFactorial(j + k)
                + logFactorial(i + j)
                - logFactorial(2 * n + 2);
        return Math.exp(logarithm);
    }

    private static double logFactorial(int n) {
        return CombinatoricsUtils.factorialLog(n);
    }
}
