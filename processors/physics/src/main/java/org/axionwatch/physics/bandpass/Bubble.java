package org.axionwatch.physics.bandpass;

import org.apache.commons.math3.complex.Complex;

/**
 * Two-point function in two dimensions, B(u) = int_0^1 dx/(1 - 4u x(1-x)) = arcsin(sqrt u)/sqrt(u (1-u)), analytic but
 * for the cut u &gt;= 1.
 */
final class Bubble {

    private static final double SERIES_RADIUS = 0.05;
    private static final double PRECISION = 1e-17;

    private Bubble() {}

    /**
     * B(u).
     *
     * @param u argument
     * @param complement 1 - u; the sign of its imaginary part picks the side of the cut
     */
    static Complex value(Complex u, Complex complement) {
        if (u.abs() < SERIES_RADIUS) {
            return series(u);
        }
        Complex root = u.sqrt();
        Complex cosine = complement.sqrt();
        Complex sine = upper(u, complement) ? root.negate() : root;
        Complex arcsine = Complex.I.multiply(sine).add(cosine).log().multiply(Complex.I.negate());
        return arcsine.divide(sine.multiply(cosine));
    }

    /** Whether sqrt(u) lies in the upper half plane, where i sqrt(u) + sqrt(1-u) would cancel; B is even in sqrt(u). */
    private static boolean upper(Complex u, Complex complement) {
        return u.getImaginary() > 0 || complement.getImaginary() < 0 || u.getReal() < 0 && u.getImaginary() == 0;
    }

    /** sum (4u)^n (n!)^2/(2n+1)!. */
    private static Complex series(Complex u) {
        Complex sum = Complex.ONE;
        Complex term = Complex.ONE;
        for (int n = 1; term.abs() > PRECISION; n++) {
            term = term.multiply(u).multiply(2.0 * n / (2 * n + 1));
            sum = sum.add(term);
        }
        return sum;
    }
}
