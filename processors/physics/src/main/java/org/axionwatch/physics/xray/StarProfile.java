package org.axionwatch.physics.xray;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.apache.commons.math3.optim.univariate.UnivariatePointValuePair;
import org.axionwatch.physics.xray.AxionPhotonConversion.Coefficient;
import org.axionwatch.physics.xray.NeutronStar.Measurement;
import org.axionwatch.physics.xray.XrayModelException.Reason;

/**
 * -2 ln L of one star against the logarithm of its signal strength, with core temperature (above 0) and distance
 * profiled against their Gaussian priors and the intensity as a split Gaussian (PRL 126, 021102, Table I). Strength 1 is
 * g_agamma g_ann = 1e-20 GeV^-1 at theta = pi/2; it goes as the product squared and as |sin theta|^(2/5). The curve is
 * a spline through steps of 0.1, good to 1e-3. Immutable.
 */
final class StarProfile {

    /** Product of couplings at strength 1, GeV^-1. */
    static final double REFERENCE_PRODUCT_PER_GEV = 1e-20;

    /** Logarithm of the largest strength known; stronger stars are treated like it. */
    static final double STRONGEST = Math.log(1e8);

    private static final double WEAKEST = Math.log(1e-8);
    private static final double STEP = 0.1;
    private static final double REACH_SIGMA = 6;
    private static final int COARSE_STEPS = 60;
    private static final int DISTANCE_STEPS = 25;
    private static final double PRECISION = 1e-7;
    private static final int MAX_EVALUATIONS = 200;

    private final NeutronStar star;
    private final double[] temperaturesKeV = new double[COARSE_STEPS];
    private final double[] intensities = new double[COARSE_STEPS];
    private final AxionPhotonConversion conversion =
            AxionPhotonConversion.atAngle(MagnificentSeven.REFERENCE_RADIUS_KM, Math.PI / 2, Coefficient.PAPER);
    private final double referenceLuminosityErgPerS;
    private final DoubleUnaryOperator intensityChiSquared;
    private final UnivariateFunction curve;
    private final double bestLogStrength;

    /**
     * @param star the star
     * @param referenceLuminosityErgPerS axion luminosity at 1e8 K and g_ann = 1e-10, erg s^-1
     * @param angleAveraged whether the likelihood of the intensity is averaged over the angle at each temperature and
     *     distance; otherwise the angle is pi/2
     * @throws XrayModelException BAD_PRIOR where an error of temperature, distance or intensity is not above zero
     */
    StarProfile(NeutronStar star, double referenceLuminosityErgPerS, boolean angleAveraged) {
        requireWidth(star.name() + " core temperature", star.coreTemperature());
        requireWidth(star.name() + " distance", star.distance());
        requireWidth(star.name() + " intensity", star.intensity());
        this.star = star;
        this.intensityChiSquared = angleAveraged ? AngleAverage.of(star.intensity()) : star.intensity()::chiSquared;
        this.referenceLuminosityErgPerS = referenceLuminosityErgPerS;
        double hottest = reach(star.coreTemperature());
        for (int i = 0; i < COARSE_STEPS; i++) {
            temperaturesKeV[i] = hottest * (i + 1) / COARSE_STEPS;
            intensities[i] = intensity(temperaturesKeV[i]);
        }
        int points = (int) Math.round((STRONGEST - WEAKEST) / STEP) + 1;
        double[] strengths = new double[points];
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            strengths[i] = WEAKEST + i * STEP;
            values[i] = minimum(Math.exp(strengths[i]));
        }
        this.curve = new SplineInterpolator().interpolate(strengths, values);
        this.bestLogStrength = best(strengths, values);
    }

    /** Least -2 ln L for logarithms of strengths in a range; the curve has one minimum. */
    double leastBetween(double low, double high) {
        return at(Math.max(low, Math.min(high, bestLogStrength)));
    }

    /** -2 ln L without axions: central temperature and distance. */
    double withoutSignal() {
        return star.intensity().chiSquared(0);
    }

    /** -2 ln L at the logarithm of a strength. */
    double at(double logStrength) {
        return logStrength < WEAKEST + STEP ? withoutSignal() : curve.value(Math.min(logStrength, STRONGEST - STEP));
    }

    private double best(double[] strengths, double[] values) {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            best = values[i] < values[best] ? i : best;
        }
        double low = strengths[Math.max(0, best - 1)];
        double high = strengths[Math.min(values.length - 1, best + 1)];
        return optimum(this::at, low, strengths[best], high).getPoint();
    }

    private double minimum(double strength) {
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < COARSE_STEPS; i++) {
            double value = overDistance(temperaturesKeV[i], strength * intensities[i]);
            if (value < least) {
                least = value;
                best = i;
            }
        }
        double low = temperaturesKeV[Math.max(0, best - 1)] * (best == 0 ? 1e-3 : 1);
        double high = temperaturesKeV[Math.min(COARSE_STEPS - 1, best + 1)];
        return minimise(
                temperature -> overDistance(temperature, strength * intensity(temperature)),
                low,
                temperaturesKeV[best],
                high);
    }

    /** Best distance for an intensity predicted at the central one. */
    private double overDistance(double temperatureKeV, double centralIntensity) {
        Measurement distance = star.distance();
        DoubleUnaryOperator value = distancePc -> {
            double ratio = distance.value() / distancePc;
            return intensityChiSquared.applyAsDouble(centralIntensity * ratio * ratio)
                    + distance.chiSquared(distancePc);
        };
        double prior = star.coreTemperature().chiSquared(temperatureKeV);
        double farthest = reach(distance);
        double best = distance.value();
        double least = value.applyAsDouble(best);
        double step = farthest / DISTANCE_STEPS;
        for (double distancePc = step; distancePc < farthest; distancePc += step) {
            double here = value.applyAsDouble(distancePc);
            if (here < least) {
                least = here;
                best = distancePc;
            }
        }
        return prior + minimise(value, Math.max(best - step, 1e-3 * step), best, best + step);
    }

    /** Intensity at strength 1, a temperature in keV and the central distance. */
    private double intensity(double temperatureKeV) {
        return MagnificentSeven.predictedIntensity(
                star.at(temperatureKeV, star.distance().value()),
                REFERENCE_PRODUCT_PER_GEV,
                referenceLuminosityErgPerS,
                conversion);
    }

    private static double minimise(DoubleUnaryOperator function, double low, double start, double high) {
        return optimum(function, low, start, high).getValue();
    }

    private static UnivariatePointValuePair optimum(
            DoubleUnaryOperator function, double low, double start, double high) {
        return new BrentOptimizer(PRECISION, PRECISION)
                .optimize(
                        new MaxEval(MAX_EVALUATIONS),
                        new UnivariateObjectiveFunction(function::applyAsDouble),
                        GoalType.MINIMIZE,
                        new SearchInterval(low, high, start));
    }

    private static double reach(Measurement measurement) {
        return measurement.value() + REACH_SIGMA * measurement.errorAbove();
    }

    private static void requireWidth(String name, Measurement measurement) {
        if (!(measurement.errorAbove() > 0 && measurement.errorBelow() > 0)) {
            throw new XrayModelException(
                    Reason.BAD_PRIOR,
                    name + " +" + measurement.errorAbove() + " -" + measurement.errorBelow() + " has no width");
        }
    }
}
