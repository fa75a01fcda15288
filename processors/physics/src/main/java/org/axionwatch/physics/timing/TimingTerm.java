package org.axionwatch.physics.timing;

/**
 * One fitted term.
 *
 * @param name name as in a .par file; OFFSET, RED_SIN_k and RED_COS_k for what has none
 * @param unit unit of its value
 * @param scale value that changes residuals by the order of a second: a power of two fixed by the model, so that sums of
 *     the normal equations are of one order and free of rounding by the scale
 * @param priorVariance prior variance in the square of the unit, infinite for none
 */
public record TimingTerm(String name, String unit, double scale, double priorVariance) {

    static TimingTerm flat(String name, String unit, double largestColumn) {
        return new TimingTerm(name, unit, powerOfTwo(1 / largestColumn), Double.POSITIVE_INFINITY);
    }

    static TimingTerm withPrior(String name, String unit, double priorVariance) {
        return new TimingTerm(name, unit, 1, priorVariance);
    }

    boolean hasPrior() {
        return priorVariance < Double.POSITIVE_INFINITY;
    }

    private static double powerOfTwo(double value) {
        return Math.scalb(1.0, Math.getExponent(value));
    }
}
