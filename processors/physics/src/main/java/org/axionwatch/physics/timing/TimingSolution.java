package org.axionwatch.physics.timing;

import java.util.List;
import java.util.stream.IntStream;

/**
 * The generalised least-squares solution of all frames added so far.
 *
 * @param terms the fitted terms
 * @param corrections value of each, to be added to the timing model, in its unit; zero where it is not determined
 * @param covariance covariance of the corrections in the product of their units; zero where they are not determined
 * @param determined whether the data determine the term; a prior alone does not
 * @param quality how good the fit is
 */
@SuppressWarnings("ArrayRecordComponent")
public record TimingSolution(
        List<TimingTerm> terms, double[] corrections, double[][] covariance, boolean[] determined, Quality quality) {

    /**
     * @param chiSquared minimum of sum (residual/sigma)^2 + sum coefficient^2/prior variance, jitter included
     * @param degreesOfFreedom arrival times less determined terms without prior and free constants
     * @param toas arrival times
     * @param frames frames
     * @param smallestPivot share of the least independent column that no other explains; the condition of the normal
     *     matrix is about its reciprocal
     */
    public record Quality(double chiSquared, long degreesOfFreedom, long toas, long frames, double smallestPivot) {}

    /** Solves the sums for the terms. */
    static TimingSolution of(List<TimingTerm> terms, NormalEquations equations) {
        int size = terms.size();
        PackedProducts products = equations.products();
        double[][] matrix = products.matrix();
        double[] right = new double[size];
        for (int j = 0; j < size; j++) {
            right[j] = products.rightHandSide(j);
            boolean informed = matrix[j][j] > 0;
            matrix[j][j] += informed ? 1 / terms.get(j).priorVariance() : 0;
        }
        SequentialCholesky cholesky = new SequentialCholesky(matrix);
        double[] solution = refined(cholesky, matrix, right);
        double chiSquared = products.sumOfSquares();
        for (int j = 0; j < size; j++) {
            chiSquared -= right[j] * solution[j];
        }
        return inUnits(terms, solution, cholesky, equations, Math.max(0, chiSquared));
    }

    private static TimingSolution inUnits(
            List<TimingTerm> terms,
            double[] solution,
            SequentialCholesky cholesky,
            NormalEquations equations,
            double chiSquared) {
        double[][] covariance = cholesky.inverse();
        boolean[] determined = new boolean[solution.length];
        long free = equations.freeConstants();
        for (int j = 0; j < solution.length; j++) {
            determined[j] = cholesky.isDetermined(j);
            free += determined[j] && !terms.get(j).hasPrior() ? 1 : 0;
            solution[j] *= terms.get(j).scale();
            for (int k = 0; k < solution.length; k++) {
                covariance[j][k] *= terms.get(j).scale() * terms.get(k).scale();
            }
        }
        Quality quality = new Quality(
                chiSquared, equations.toas() - free, equations.toas(), equations.frames(), cholesky.smallestPivot());
        return new TimingSolution(terms, solution, covariance, determined, quality);
    }

    /** One step of iterative refinement. */
    private static double[] refined(SequentialCholesky cholesky, double[][] matrix, double[] right) {
        double[] solution = cholesky.solve(right);
        double[] rest = right.clone();
        for (int j = 0; j < rest.length; j++) {
            for (int k = 0; k < rest.length; k++) {
                rest[j] -= matrix[j][k] * solution[k];
            }
        }
        double[] step = cholesky.solve(rest);
        for (int j = 0; j < rest.length; j++) {
            solution[j] += step[j];
        }
        return solution;
    }

    /** One standard deviation of a correction, in its unit; zero where it is not determined. */
    public double uncertainty(int term) {
        return Math.sqrt(covariance[term][term]);
    }

    /** Names of the terms that the data do not determine. */
    public List<String> undetermined() {
        return IntStream.range(0, terms.size())
                .filter(term -> !determined[term])
                .mapToObj(term -> terms.get(term).name())
                .toList();
    }
}
