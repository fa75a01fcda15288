package org.axionwatch.physics.likelihood;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * A coupling with its intervals, where -2 ln L rises by 1, 3.84 and, for the one-sided limit, 2.71 above its minimum.
 * All in the unit of the coupling.
 *
 * @param best coupling of maximum likelihood; the smallest of them where the curve is flat
 * @param testStatistic TS = 2 [ln L(best) - ln L(0)], at least 0
 * @param interval68 two-sided 68 % interval
 * @param interval95 two-sided 95 % interval
 * @param upperLimit95 one-sided 95 % limit; infinite where no coupling is excluded
 */
public record CouplingFit(
        double best, double testStatistic, Interval interval68, Interval interval95, double upperLimit95) {

    private static final double ONE_SIGMA = 1;
    private static final double TWO_SIDED_95 = 3.841458820694124;
    private static final double ONE_SIDED_95 = 2.705543454095404;
    private static final double PRECISION = 1e-9;
    private static final int MAX_EVALUATIONS = 300;

    /**
     * An interval of couplings.
     *
     * @param lower lower end, 0 where small couplings are not excluded
     * @param upper upper end, infinite where large couplings are not excluded
     */
    public record Interval(double lower, double upper) {}

    /** sqrt(TS), standard deviations. */
    public double significance() {
        return Math.sqrt(testStatistic);
    }

    /**
     * From -2 ln L against ln(coupling).
     *
     * @param curve -2 ln L
     * @param grid rising logarithms, fine enough that a crossing lies between neighbours
     * @param best logarithm of the best coupling
     * @param withoutSignal -2 ln L at zero coupling
     */
    public static CouplingFit of(DoubleUnaryOperator curve, double[] grid, double best, double withoutSignal) {
        double least = curve.applyAsDouble(best);
        return new CouplingFit(
                Math.exp(best),
                Math.max(0, withoutSignal - least),
                interval(curve, grid, best, least + ONE_SIGMA),
                interval(curve, grid, best, least + TWO_SIDED_95),
                upper(curve, grid, best, least + ONE_SIDED_95));
    }

    private static Interval interval(DoubleUnaryOperator curve, double[] grid, double best, double level) {
        double nearer = best;
        for (int i = grid.length - 1; i >= 0; i--) {
            if (grid[i] < best) {
                if (curve.applyAsDouble(grid[i]) > level) {
                    return new Interval(crossing(curve, grid[i], nearer, level), upper(curve, grid, best, level));
                }
                nearer = grid[i];
            }
        }
        return new Interval(0, upper(curve, grid, best, level));
    }

    private static double upper(DoubleUnaryOperator curve, double[] grid, double best, double level) {
        double nearer = best;
        for (double logarithm : grid) {
            if (logarithm > best) {
                if (curve.applyAsDouble(logarithm) > level) {
                    return crossing(curve, nearer, logarithm, level);
                }
                nearer = logarithm;
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private static double crossing(DoubleUnaryOperator curve, double low, double high, double level) {
        return Math.exp(new BrentSolver(PRECISION)
                .solve(MAX_EVALUATIONS, logarithm -> curve.applyAsDouble(logarithm) - level, low, high));
    }
}
