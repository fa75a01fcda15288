package org.axionwatch.physics.xray;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;
import org.axionwatch.physics.xray.NeutronStar.Measurement;

/** The angle theta between a star's magnetic axis and the line of sight, flat from 0 to pi. */
final class AngleAverage {

    private static final int ANGLES = 400;
    private static final double ALIGNMENT_POWER = 0.4;
    private static final double[] LOG_ALIGNMENTS = IntStream.range(0, ANGLES)
            .mapToDouble(i -> logAlignment(Math.PI / 2 * (i + 0.5) / ANGLES))
            .toArray();
    private static final double REACH = 20;
    private static final double STEP = 0.05;

    private AngleAverage() {}

    /** Logarithm of the conversion at theta relative to pi/2, from |sin theta|^(2/5). */
    static double logAlignment(double thetaRad) {
        return ALIGNMENT_POWER * Math.log(Math.sin(thetaRad));
    }

    /**
     * -2 ln of the likelihood averaged over theta, by the midpoint rule from 0 to pi/2; the other half is its mirror
     * image.
     *
     * @param chiSquared -2 ln L against the logarithm of the signal
     * @param logSignal logarithm of the signal at theta = pi/2
     */
    static double chiSquared(DoubleUnaryOperator chiSquared, double logSignal) {
        double[] values = new double[ANGLES];
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < ANGLES; i++) {
            values[i] = chiSquared.applyAsDouble(logSignal + LOG_ALIGNMENTS[i]);
            least = Math.min(least, values[i]);
        }
        double sum = 0;
        for (double value : values) {
            sum += Math.exp(-0.5 * (value - least));
        }
        return least - 2 * Math.log(sum / ANGLES);
    }

    /** -2 ln L of the intensity at theta = pi/2, averaged over theta, as a spline in its logarithm. */
    static DoubleUnaryOperator of(Measurement intensity) {
        double centre = Math.log(intensity.errorAbove());
        int points = (int) Math.round(2 * REACH / STEP) + 1;
        double[] logarithms = new double[points];
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            logarithms[i] = centre - REACH + i * STEP;
            values[i] = chiSquared(logarithm -> intensity.chiSquared(Math.exp(logarithm)), logarithms[i]);
        }
        PolynomialSplineFunction spline = new SplineInterpolator().interpolate(logarithms, values);
        double lowest = logarithms[0];
        double highest = logarithms[points - 1];
        return value -> {
            double logarithm = Math.log(value);
            return logarithm < lowest ? intensity.chiSquared(0) : spline.value(Math.min(logarithm, highest));
        };
    }
}
