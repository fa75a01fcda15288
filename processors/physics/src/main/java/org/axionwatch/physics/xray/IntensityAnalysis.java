package org.axionwatch.physics.xray;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.axionwatch.physics.likelihood.CouplingFit;

/**
 * Joint likelihood of g_agamma g_ann from the hard X-ray intensities of neutron stars (Buschmann et al. 2021, PRL 126,
 * 021102): intensity as a split Gaussian, core temperature above zero and distance profiled, the angle treated as asked,
 * light axions. Table I alone cannot exceed TS = 11.2. Immutable.
 */
public final class IntensityAnalysis {

    private static final double GRID_STEP = 0.05;
    private static final double LEAST_ALIGNMENT = AngleAverage.logAlignment(0.05 * Math.PI);
    private static final double PRECISION = 1e-10;
    private static final int MAX_EVALUATIONS = 300;
    private static final double WEAKEST_PRODUCT_PER_GEV = 1e-23;
    private static final double STRONGEST_PRODUCT_PER_GEV = 1e-17;

    private final List<StarProfile> stars;
    private final AngleTreatment treatment;

    /**
     * @param stars at least one, with errors above zero
     * @param referenceLuminosityErgPerS axion luminosity at 1e8 K and g_ann = 1e-10, erg s^-1
     * @param treatment what is done about the angle
     * @throws XrayModelException BAD_VALUE or BAD_PRIOR
     */
    public IntensityAnalysis(List<NeutronStar> stars, double referenceLuminosityErgPerS, AngleTreatment treatment) {
        if (stars.isEmpty()) {
            throw new XrayModelException(XrayModelException.Reason.BAD_VALUE, "no stars");
        }
        MagnificentSeven.requirePositive("reference luminosity", referenceLuminosityErgPerS);
        boolean averaged = treatment == AngleTreatment.MARGINALISED;
        this.stars = stars.stream()
                .map(star -> new StarProfile(star, referenceLuminosityErgPerS, averaged))
                .toList();
        this.treatment = treatment;
    }

    /** -2 ln L at a product of couplings in GeV^-1, at least 0, relative to predictions that meet all data. */
    public double chiSquared(double couplingProductPerGeV) {
        double logStrength = 2 * Math.log(couplingProductPerGeV / StarProfile.REFERENCE_PRODUCT_PER_GEV);
        return stars.stream().mapToDouble(star -> ofStar(star, logStrength)).sum();
    }

    /** -2 ln L without axions. */
    public double chiSquaredWithoutSignal() {
        return stars.stream().mapToDouble(StarProfile::withoutSignal).sum();
    }

    /** Best fit, significance and intervals. */
    public CouplingFit fit() {
        double low = Math.log(WEAKEST_PRODUCT_PER_GEV);
        double high = Math.log(STRONGEST_PRODUCT_PER_GEV);
        int points = (int) Math.ceil((high - low) / GRID_STEP);
        DoubleUnaryOperator curve = logarithm -> chiSquared(Math.exp(logarithm));
        double[] grid = IntStream.rangeClosed(0, points)
                .mapToDouble(i -> low + (high - low) * i / points)
                .toArray();
        int best = 0;
        double[] values = new double[points + 1];
        for (int i = 0; i <= points; i++) {
            values[i] = curve.applyAsDouble(grid[i]);
            best = values[i] < values[best] - PRECISION ? i : best;
        }
        double bestLogarithm = refined(curve, grid, best);
        return CouplingFit.of(curve, grid, bestLogarithm, chiSquaredWithoutSignal());
    }

    private static double refined(DoubleUnaryOperator curve, double[] grid, int best) {
        return new BrentOptimizer(PRECISION, PRECISION)
                .optimize(
                        new MaxEval(MAX_EVALUATIONS),
                        new UnivariateObjectiveFunction(curve::applyAsDouble),
                        GoalType.MINIMIZE,
                        new SearchInterval(
                                grid[Math.max(0, best - 1)], grid[Math.min(grid.length - 1, best + 1)], grid[best]))
                .getPoint();
    }

    private double ofStar(StarProfile star, double logStrength) {
        return switch (treatment) {
            case PERPENDICULAR, MARGINALISED -> star.at(logStrength);
            case PROFILED_THEN_MARGINALISED -> AngleAverage.chiSquared(star::at, logStrength);
            case PROFILED_OFF_AXIS -> star.leastBetween(logStrength + LEAST_ALIGNMENT, logStrength);
            case PROFILED -> star.leastBetween(Double.NEGATIVE_INFINITY, logStrength);
        };
    }
}
