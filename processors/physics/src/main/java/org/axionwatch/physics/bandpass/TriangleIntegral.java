package org.axionwatch.physics.bandpass;

import org.apache.commons.math3.complex.Complex;

/**
 * The triangle of three invariants as one integral over a common factor t of them. d/dt [t f(ta, tb, tc)] is the
 * triangle in two dimensions, which reduces to three bubbles without remainder:
 * f = int_0^1 dt [a(b+c-a) B(ta) + b(c+a-b) B(tb) + c(a+b-c) B(tc)]/(lambda + 4abc t), with the Kaellen function
 * lambda = a^2+b^2+c^2-2ab-2bc-2ca of either sign. The integrand is analytic above the real axis (there
 * 1 - t Q of the Feynman denominator never vanishes), so the path t = s (1 + i(1-s)) keeps clear of thresholds and
 * of the Landau pole and gives the +i0; both ends are reached double-exponentially.
 */
final class TriangleIntegral {

    private static final double RELATIVE_PRECISION = 1e-12;
    private static final double LAST_NODE = 4;
    private static final int FIRST_INTERVALS = 64;
    private static final int HALVINGS = 8;

    private final double[] invariants;
    private final double[] weights;
    private final double kallen;
    private final double product;

    private TriangleIntegral(double a, double b, double c) {
        invariants = new double[] {a, b, c};
        weights = new double[] {a * (b + c - a), b * (c + a - b), c * (a + b - c)};
        kallen = -(weights[0] + weights[1] + weights[2]);
        product = 4 * a * b * c;
    }

    /**
     * f(a, b, c); no argument 0.
     *
     * @throws IllegalArgumentException where the integral does not converge: on a leading Landau singularity
     */
    static Complex value(double a, double b, double c) {
        TriangleIntegral integral = new TriangleIntegral(a, b, c);
        Complex previous = integral.sum(FIRST_INTERVALS);
        for (int halving = 1; halving <= HALVINGS; halving++) {
            Complex next = integral.sum(FIRST_INTERVALS << halving);
            if (next.subtract(previous).abs() <= RELATIVE_PRECISION * next.abs()) {
                return integral.hasCut() ? next : new Complex(next.getReal());
            }
            previous = next;
        }
        throw new IllegalArgumentException("the triangle does not converge at " + a + ", " + b + ", " + c);
    }

    /** Whether the Feynman denominator can vanish: above a two-particle threshold, or at its maximum inside the simplex. */
    private boolean hasCut() {
        double largest = Math.max(invariants[0], Math.max(invariants[1], invariants[2]));
        return largest > 1 || kallen < 0 && largest > 0 && product > -kallen;
    }

    private Complex sum(int intervals) {
        double step = 2 * LAST_NODE / intervals;
        Complex sum = Complex.ZERO;
        for (int i = 0; i <= intervals; i++) {
            double node = -LAST_NODE + i * step;
            double exponent = Math.PI * Math.sinh(node);
            double s = 1 / (1 + Math.exp(-exponent));
            double rest = 1 / (1 + Math.exp(exponent));
            double weight = step * s * rest * Math.PI * Math.cosh(node);
            sum = sum.add(integrand(s, rest).multiply(weight));
        }
        return sum;
    }

    /** Integrand times dt/ds at s, with 1 - s given apart. */
    private Complex integrand(double s, double rest) {
        Complex t = new Complex(s, s * rest);
        Complex remaining = new Complex(rest, -s * rest);
        Complex numerator = Complex.ZERO;
        for (int i = 0; i < invariants.length; i++) {
            Complex u = t.multiply(invariants[i]);
            Complex complement = s < rest
                    ? Complex.ONE.subtract(u)
                    : remaining.multiply(invariants[i]).add(1 - invariants[i]);
            numerator = numerator.add(Bubble.value(u, complement).multiply(weights[i]));
        }
        Complex derivative = new Complex(1, rest - s);
        return numerator.multiply(derivative).divide(t.multiply(product).add(kallen));
    }
}
