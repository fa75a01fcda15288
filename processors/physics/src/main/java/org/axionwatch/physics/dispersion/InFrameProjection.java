package org.axionwatch.physics.dispersion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axionwatch.physics.dispersion.UnusableFrameException.Reason;

/**
 * The weighted least-squares projection that removes one constant per sub-integration and one nu^-2 per frame. Weights
 * are sigma^-2. The constants of different sub-integrations are orthogonal, so the weighted mean of each is taken first
 * and nu^-2 is orthogonalised against them (Gram-Schmidt, two columns deep): no normal matrix is inverted.
 */
public final class InFrameProjection {

    private static final double REFERENCE_MHZ = 1400;
    private static final double SMALLEST_RELATIVE_SPREAD = 1e-12;

    private final int[] group;
    private final int[] groupNumbers;
    private final double[] weights;
    private final double[] groupWeights;
    private final double[] groupMeans;
    private final double[] chromatic;
    private final double chromaticNorm;

    private InFrameProjection(double[] frequenciesMHz, double[] uncertaintiesSeconds, int[] subIntegrations) {
        Map<Integer, Integer> groups = new LinkedHashMap<>();
        group = new int[frequenciesMHz.length];
        weights = new double[frequenciesMHz.length];
        chromatic = new double[frequenciesMHz.length];
        for (int i = 0; i < group.length; i++) {
            group[i] = groups.computeIfAbsent(subIntegrations[i], number -> groups.size());
            weights[i] = 1 / (uncertaintiesSeconds[i] * uncertaintiesSeconds[i]);
            chromatic[i] = square(REFERENCE_MHZ / frequenciesMHz[i]);
        }
        groupNumbers = groups.keySet().stream().mapToInt(Integer::intValue).toArray();
        groupWeights = new double[groups.size()];
        for (int i = 0; i < group.length; i++) {
            groupWeights[group[i]] += weights[i];
        }
        double rawNorm = norm(chromatic);
        groupMeans = removeMeans(chromatic);
        chromaticNorm = norm(chromatic);
        requireDetermined(frequenciesMHz, rawNorm);
    }

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
        if (frequenciesMHz.length != uncertaintiesSeconds.length || frequenciesMHz.length != subIntegrations.length) {
            throw new IllegalArgumentException("frequencies, uncertainties and sub-integrations differ in number");
        }
        if (frequenciesMHz.length == 0) {
            throw new UnusableFrameException(Reason.NO_TOAS, "the frame is empty");
        }
        requirePositive(frequenciesMHz, Reason.INVALID_FREQUENCY, "MHz");
        requirePositive(uncertaintiesSeconds, Reason.INVALID_UNCERTAINTY, "s");
        return new InFrameProjection(frequenciesMHz, uncertaintiesSeconds, subIntegrations);
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
        removeChromatic(projected);
        return projected;
    }

    /** Weighted scalar product sum(a b/sigma^2) of two curves. */
    public double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * a[i] * b[i];
        }
        return sum;
    }

    /** Number of channels. */
    public int channels() {
        return weights.length;
    }

    /** Channels minus fitted terms. */
    public int degreesOfFreedom() {
        return weights.length - groupWeights.length - 1;
    }

    /** The fitted terms of one curve. */
    Fit fit(double[] curve) {
        double[] projected = checked(curve).clone();
        double[] means = removeMeans(projected);
        double slope = removeChromatic(projected);
        List<SubIntegrationOffset> offsets = new ArrayList<>();
        for (int g = 0; g < means.length; g++) {
            double variance = 1 / groupWeights[g] + square(groupMeans[g]) / chromaticNorm;
            offsets.add(
                    new SubIntegrationOffset(groupNumbers[g], means[g] - slope * groupMeans[g], Math.sqrt(variance)));
        }
        return new Fit(projected, offsets, slope, 1 / Math.sqrt(chromaticNorm));
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

    private double removeChromatic(double[] values) {
        double slope = product(chromatic, values) / chromaticNorm;
        for (int i = 0; i < values.length; i++) {
            values[i] -= slope * chromatic[i];
        }
        return slope;
    }

    private void requireDetermined(double[] frequenciesMHz, double rawNorm) {
        if (degreesOfFreedom() < 1) {
            throw new UnusableFrameException(
                    Reason.TOO_FEW_CHANNELS,
                    channels() + " channels for " + (groupWeights.length + 1) + " fitted terms");
        }
        if (chromaticNorm > SMALLEST_RELATIVE_SPREAD * rawNorm) {
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
