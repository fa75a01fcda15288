package org.axionwatch.physics.dispersion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axionwatch.physics.dispersion.UnusableFrameException.Reason;

/**
 * The weighted least-squares projection that removes one constant per sub-integration, one nu^-2 per frame and, where asked,
 * a polynomial in the logarithm of frequency. Weights are sigma^-2. The constants of different sub-integrations are
 * orthogonal, so the weighted mean of each is taken first and the chromatic columns are orthogonalised against them and
 * each other (Gram-Schmidt, at most four columns): no normal matrix is inverted.
 *
 * <p>Powers of ln nu are taken in rising order as far as the channels determine them: one that nu^-2 and the lower powers
 * already describe to a part in 10^9 of its norm, or that would leave no degree of freedom, ends the polynomial.
 */
public final class InFrameProjection {

    /** Highest power of ln nu that can be fitted. */
    public static final int HIGHEST_DEGREE = 3;

    private static final double REFERENCE_MHZ = 1400;
    private static final double SMALLEST_RELATIVE_SPREAD = 1e-12;
    private static final double SMALLEST_POLYNOMIAL_SPREAD = 1e-9;

    private final int[] group;
    private final int[] groupNumbers;
    private final double[] weights;
    private final double[] groupWeights;
    private final List<Column> columns = new ArrayList<>();

    private InFrameProjection(double[] frequenciesMHz, double[] uncertaintiesSeconds, int[] subIntegrations) {
        Map<Integer, Integer> groups = new LinkedHashMap<>();
        group = new int[frequenciesMHz.length];
        weights = new double[frequenciesMHz.length];
        for (int i = 0; i < group.length; i++) {
            group[i] = groups.computeIfAbsent(subIntegrations[i], number -> groups.size());
            weights[i] = 1 / (uncertaintiesSeconds[i] * uncertaintiesSeconds[i]);
        }
        groupNumbers = groups.keySet().stream().mapToInt(Integer::intValue).toArray();
        groupWeights = new double[groups.size()];
        for (int i = 0; i < group.length; i++) {
            groupWeights[group[i]] += weights[i];
        }
    }

    /**
     * One chromatic column, orthogonal to the constants and to the columns before it.
     *
     * @param values the column at each channel
     * @param norm its weighted square
     * @param groupMeans its mean in each sub-integration before that was taken off
     * @param deltaDispersionShare by how much nu^-2 in the joint fit changes with the coefficient of this column
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Column(double[] values, double norm, double[] groupMeans, double deltaDispersionShare) {}

    /**
     * Prepares the projection of one frame.
     *
     * @param frequenciesMHz barycentric frequencies, MHz
     * @param uncertaintiesSeconds one standard deviation each, s
     * @param subIntegrations number of the sub-integration of each channel
     * @throws UnusableFrameException NO_TOAS, INVALID_FREQUENCY, INVALID_UNCERTAINTY, TOO_FEW_CHANNELS (fewer than
     *     fitted terms + 1), SINGLE_FREQUENCY or ILL_CONDITIONED
     */
    public static InFrameProjection of(double[] frequenciesMHz, double[] uncertaintiesSeconds, int[] subIntegrations) {
        return of(frequenciesMHz, uncertaintiesSeconds, subIntegrations, 0);
    }

    /**
     * Prepares the projection of one frame with a polynomial in ln nu.
     *
     * @param frequenciesMHz barycentric frequencies, MHz
     * @param uncertaintiesSeconds one standard deviation each, s
     * @param subIntegrations number of the sub-integration of each channel
     * @param degree highest power of ln nu, 0 for none, at most {@link #HIGHEST_DEGREE}
     * @throws UnusableFrameException as without a polynomial
     */
    public static InFrameProjection of(
            double[] frequenciesMHz, double[] uncertaintiesSeconds, int[] subIntegrations, int degree) {
        if (degree < 0 || degree > HIGHEST_DEGREE) {
            throw new IllegalArgumentException("degree must be 0 to " + HIGHEST_DEGREE + ", not " + degree);
        }
        if (frequenciesMHz.length != uncertaintiesSeconds.length || frequenciesMHz.length != subIntegrations.length) {
            throw new IllegalArgumentException("frequencies, uncertainties and sub-integrations differ in number");
        }
        if (frequenciesMHz.length == 0) {
            throw new UnusableFrameException(Reason.NO_TOAS, "the frame is empty");
        }
        requirePositive(frequenciesMHz, Reason.INVALID_FREQUENCY, "MHz");
        requirePositive(uncertaintiesSeconds, Reason.INVALID_UNCERTAINTY, "s");
        InFrameProjection projection = new InFrameProjection(frequenciesMHz, uncertaintiesSeconds, subIntegrations);
        projection.addDispersion(frequenciesMHz);
        projection.addPolynomial(frequenciesMHz, degree);
        return projection;
    }

    /**
     * Removes the fitted terms from a curve.
     *
     * @param curve one value for each channel, s
     * @return the part of the curve that no constant per sub-integration and no nu^-2 can describe, s
     */
    public double[] project(double[] curve) {
        double[] projected = checked(curve).clone();
        removeMeans(projected);
        for (Column column : columns) {
            remove(column, projected);
        }
        return projected;
    }

    /**
     * As {@link #project} for many curves at once, in place and equal to the last bit.
     *
     * @param curves element [i][k] belongs to channel i of curve k, s
     */
    public void projectAll(double[][] curves) {
        double[][] means = new double[groupWeights.length][curves[0].length];
        for (int i = 0; i < weights.length; i++) {
            CurveRows.addScaled(means[group[i]], weights[i], curves[i]);
        }
        for (int g = 0; g < means.length; g++) {
            CurveRows.divide(means[g], groupWeights[g]);
        }
        for (int i = 0; i < weights.length; i++) {
            CurveRows.addScaled(curves[i], -1, means[group[i]]);
        }
        columns.forEach(column -> removeFromAll(column, curves));
    }

    private void removeFromAll(Column column, double[][] curves) {
        double[] direction = column.values();
        double[] slopes = new double[curves[0].length];
        for (int i = 0; i < weights.length; i++) {
            CurveRows.addScaled(slopes, weights[i] * direction[i], curves[i]);
        }
        CurveRows.divide(slopes, column.norm());
        for (int i = 0; i < weights.length; i++) {
            CurveRows.addScaled(curves[i], -direction[i], slopes);
        }
    }

    /** Weighted scalar product sum(a b/sigma^2) of two curves. */
    public double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * a[i] * b[i];
        }
        return sum;
    }

    /**
     * As {@link #product} of many curves with one, equal to the last bit.
     *
     * @param curves element [i][k] belongs to channel i of curve k
     */
    public double[] products(double[][] curves, double[] other) {
        double[] sums = new double[curves[0].length];
        for (int i = 0; i < weights.length; i++) {
            CurveRows.addProduct(sums, weights[i], curves[i], other[i]);
        }
        return sums;
    }

    /**
     * As {@link #product} of each of many curves with itself, equal to the last bit.
     *
     * @param curves element [i][k] belongs to channel i of curve k
     */
    public double[] norms(double[][] curves) {
        double[] sums = new double[curves[0].length];
        for (int i = 0; i < weights.length; i++) {
            CurveRows.addSquare(sums, weights[i], curves[i]);
        }
        return sums;
    }

    /** Number of channels. */
    public int channels() {
        return weights.length;
    }

    /** Channels minus fitted terms. */
    public int degreesOfFreedom() {
        return weights.length - groupWeights.length - columns.size();
    }

    /** Powers of ln nu that the channels determine and that are fitted. */
    public int fittedDegree() {
        return columns.size() - 1;
    }

    /** The fitted terms of one curve. */
    Fit fit(double[] curve) {
        double[] projected = checked(curve).clone();
        double[] offsets = removeMeans(projected);
        double[] variances = new double[offsets.length];
        double chromatic = 0;
        double chromaticVariance = 0;
        for (Column column : columns) {
            double slope = remove(column, projected);
            chromatic += slope * column.deltaDispersionShare();
            chromaticVariance += square(column.deltaDispersionShare()) / column.norm();
            for (int g = 0; g < offsets.length; g++) {
                offsets[g] -= slope * column.groupMeans()[g];
                variances[g] += square(column.groupMeans()[g]) / column.norm();
            }
        }
        return new Fit(projected, offsets(offsets, variances), chromatic, Math.sqrt(chromaticVariance));
    }

    private List<SubIntegrationOffset> offsets(double[] offsets, double[] chromaticVariances) {
        List<SubIntegrationOffset> named = new ArrayList<>();
        for (int g = 0; g < offsets.length; g++) {
            double variance = 1 / groupWeights[g] + chromaticVariances[g];
            named.add(new SubIntegrationOffset(groupNumbers[g], offsets[g], Math.sqrt(variance)));
        }
        return named;
    }

    /** Frequency at which the nu^-2 term of a fit is one, MHz. */
    static double referenceMHz() {
        return REFERENCE_MHZ;
    }

    /**
     * @param projected what is left, s
     * @param offsets constants of the sub-integrations
     * @param chromaticSeconds delay at the reference frequency relative to infinite frequency, s
     * @param chromaticUncertaintySeconds one standard deviation, s
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Fit(
            double[] projected,
            List<SubIntegrationOffset> offsets,
            double chromaticSeconds,
            double chromaticUncertaintySeconds) {}

    private double[] removeMeans(double[] values) {
        double[] means = new double[groupWeights.length];
        for (int i = 0; i < values.length; i++) {
            means[group[i]] += weights[i] * values[i];
        }
        for (int g = 0; g < means.length; g++) {
            means[g] /= groupWeights[g];
        }
        for (int i = 0; i < values.length; i++) {
            values[i] -= means[group[i]];
        }
        return means;
    }

    private double remove(Column column, double[] values) {
        double[] direction = column.values();
        double slope = product(direction, values) / column.norm();
        for (int i = 0; i < values.length; i++) {
            values[i] -= slope * direction[i];
        }
        return slope;
    }

    private void addDispersion(double[] frequenciesMHz) {
        double[] chromatic = new double[weights.length];
        for (int i = 0; i < chromatic.length; i++) {
            chromatic[i] = square(REFERENCE_MHZ / frequenciesMHz[i]);
        }
        double rawNorm = norm(chromatic);
        columns.add(orthogonal(chromatic));
        requireDetermined(frequenciesMHz, rawNorm);
    }

    private void addPolynomial(double[] frequenciesMHz, int degree) {
        double[] power = new double[weights.length];
        Arrays.fill(power, 1);
        for (int order = 1; order <= degree && degreesOfFreedom() > 1; order++) {
            for (int i = 0; i < power.length; i++) {
                power[i] *= Math.log(frequenciesMHz[i] / REFERENCE_MHZ);
            }
            Column column = orthogonal(power.clone());
            if (!(column.norm() > square(SMALLEST_POLYNOMIAL_SPREAD) * norm(power))) {
                return;
            }
            columns.add(column);
        }
    }

    private Column orthogonal(double[] values) {
        double[] means = removeMeans(values);
        double share = columns.isEmpty() ? 1 : 0;
        for (Column column : columns) {
            double slope = remove(column, values);
            share -= slope * column.deltaDispersionShare();
            for (int g = 0; g < means.length; g++) {
                means[g] -= slope * column.groupMeans()[g];
            }
        }
        return new Column(values, norm(values), means, share);
    }

    private void requireDetermined(double[] frequenciesMHz, double rawNorm) {
        if (degreesOfFreedom() < 1) {
            throw new UnusableFrameException(
                    Reason.TOO_FEW_CHANNELS,
                    channels() + " channels for " + (groupWeights.length + 1) + " fitted terms");
        }
        if (columns.get(0).norm() > SMALLEST_RELATIVE_SPREAD * rawNorm) {
            return;
        }
        for (double frequencyMHz : frequenciesMHz) {
            if (Math.abs(frequencyMHz - frequenciesMHz[0]) > 1e-6 * frequenciesMHz[0]) {
                throw new UnusableFrameException(
                        Reason.ILL_CONDITIONED, "no sub-integration has more than one frequency");
            }
        }
        throw new UnusableFrameException(Reason.SINGLE_FREQUENCY, "all channels at " + frequenciesMHz[0] + " MHz");
    }

    private static void requirePositive(double[] values, Reason reason, String unit) {
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] > 0) || Double.isInfinite(values[i])) {
                throw new UnusableFrameException(reason, "channel " + i + " has " + values[i] + " " + unit);
            }
        }
    }

    private double[] checked(double[] curve) {
        if (curve.length != weights.length) {
            throw new IllegalArgumentException(curve.length + " values for " + weights.length + " channels");
        }
        return curve;
    }

    private double norm(double[] values) {
        return product(values, values);
    }

    private static double square(double value) {
        return value * value;
    }
}
