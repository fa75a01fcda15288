package org.axionwatch.physics.bandpass;

import org.apache.commons.math3.complex.Complex;
import org.axionwatch.physics.ArgumentChecks;

/**
 * Triangle of one fermion with three external invariants (arXiv:2605.30416, equation 4):
 * f(a, b, c) = int dx dy dz (-2) delta(1-x-y-z)/(1 - 4xz a - 4yz b - 4xy c - i0) = 2 m^2 C0, where each argument is
 * p^2/(4 m^2) + i0. Dimensionless, symmetric, f(0, 0, 0) = -1; any real arguments, above and below threshold.
 *
 * <p>Evaluated by the power series for small arguments, in closed form with arcsin where an argument vanishes, else by
 * {@link TriangleIntegral}. About 1e-10 of the value; diverges where two arguments sit on the threshold 1 and the
 * third is 0.
 */
public final class TriangleFunction {

    private static final double SERIES_RADIUS = 0.2;
    private static final double COINCIDENCE = 1e-5;
    private static final double THRESHOLD_DISTANCE = 1e-2;

    private TriangleFunction() {}

    /**
     * f(a, b, c).
     *
     * @throws IllegalArgumentException where an argument is not finite, or f diverges
     */
    public static Complex value(double a, double b, double c) {
        return departure(a, b, c).subtract(1);
    }

    /**
     * 1 + f(a, b, c), without the cancellation of the two terms at small arguments, where it is (a + b + c)/-3.
     *
     * @throws IllegalArgumentException where an argument is not finite, or f diverges
     */
    public static Complex departure(double a, double b, double c) {
        ArgumentChecks.finite("a", a);
        ArgumentChecks.finite("b", b);
        ArgumentChecks.finite("c", c);
        if (Math.max(Math.abs(a), Math.max(Math.abs(b), Math.abs(c))) < SERIES_RADIUS) {
            return new Complex(TriangleSeries.departure(a, b, c));
        }
        return aboveSeries(a, b, c).add(1);
    }

    private static Complex aboveSeries(double a, double b, double c) {
        if (a == 0) {
            return twoInvariants(b, c);
        }
        if (b == 0) {
            return twoInvariants(a, c);
        }
        return c == 0 ? twoInvariants(a, b) : TriangleIntegral.value(a, b, c);
    }

    /** -[A(c) - A(a)]/(c - a) with A(u) = arcsin^2 sqrt(u + i0); -A'(u) where the two coincide. */
    private static Complex twoInvariants(double a, double c) {
        double difference = c - a;
        if (difference == 0 && a == 1) {
            throw new IllegalArgumentException("the triangle diverges with two invariants on the threshold");
        }
        double middle = a + 0.5 * difference;
        boolean nearlyEqual =
                Math.abs(difference) < COINCIDENCE * Math.abs(middle) && Math.abs(1 - middle) > THRESHOLD_DISTANCE;
        if (difference == 0 || nearlyEqual) {
            return Bubble.value(new Complex(middle), new Complex(1 - middle, -0.0))
                    .negate();
        }
        return squaredArcsine(c).subtract(squaredArcsine(a)).divide(-difference);
    }

    private static Complex squaredArcsine(double u) {
        if (u <= 0) {
            double hyperbolic = Math.log(Math.sqrt(-u) + Math.sqrt(1 - u));
            return new Complex(-hyperbolic * hyperbolic);
        }
        if (u <= 1) {
            double arcsine = Math.asin(Math.sqrt(u));
            return new Complex(arcsine * arcsine);
        }
        double imaginary = Math.log(Math.sqrt(u) + Math.sqrt(u - 1));
        return new Complex(Math.PI * Math.PI / 4 - imaginary * imaginary, Math.PI * imaginary);
    }
}
