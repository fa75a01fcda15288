package org.axionwatch.physics.timing;

import java.util.Arrays;
import java.util.List;

/**
 * What one frame adds to the normal equations: M'N^-1 M, M'N^-1 r and r'N^-1 r, where N is the white noise D and the jitter J
 * of each epoch. Its inverse D^-1 - D^-1 u u'D^-1/(1/J + u'D^-1 u) is applied as two squares: deviations from the epoch's mean
 * with weight D^-1, and the mean with weight 1/(J + 1/u'D^-1 u). So what a free constant covers is zero but for the rounding
 * of one column, where the difference of the two terms would leave the rounding of their sum.
 *
 * @param sums the packed products, see {@link PackedProducts}
 * @param toas arrival times
 * @param freeConstants constants that the frame's own data determine
 */
@SuppressWarnings("ArrayRecordComponent")
public record FrameContribution(double[] sums, int toas, int freeConstants) {

    /**
     * Products of weighted columns.
     *
     * @param rows columns at each arrival time, [toa][term]
     * @param residualSeconds residual of each, s
     * @param uncertaintySeconds one standard deviation of each, s
     * @param blocks arrival times that share a constant
     */
    static FrameContribution of(
            double[][] rows, double[] residualSeconds, double[] uncertaintySeconds, List<EpochBlock> blocks) {
        int terms = rows.length == 0 ? 0 : rows[0].length;
        PackedProducts products = new PackedProducts(terms);
        double[][] centred = rows.clone();
        double[] residuals = residualSeconds.clone();
        int free = 0;
        for (EpochBlock block : blocks) {
            double[] weights = Arrays.stream(block.toas())
                    .mapToDouble(i -> weight(uncertaintySeconds[i]))
                    .toArray();
            addMean(products, block, weights, centred, residuals);
            free += block.precision() == 0 ? 1 : 0;
        }
        for (int i = 0; i < rows.length; i++) {
            products.add(centred[i], residuals[i], weight(uncertaintySeconds[i]));
        }
        return new FrameContribution(products.values(), rows.length, free);
    }

    /** Adds the mean of an epoch and takes it from its arrival times. */
    private static void addMean(
            PackedProducts products, EpochBlock block, double[] weights, double[][] rows, double[] residuals) {
        double total = Arrays.stream(weights).sum();
        double[] mean = new double[rows[block.toas()[0]].length];
        double meanResidual = 0;
        for (int k = 0; k < weights.length; k++) {
            double share = weights[k] / total;
            for (int term = 0; term < mean.length; term++) {
                mean[term] += share * rows[block.toas()[k]][term];
            }
            meanResidual += share * residuals[block.toas()[k]];
        }
        products.add(mean, meanResidual, 1 / (block.variance() + 1 / total));
        for (int toa : block.toas()) {
            double[] row = rows[toa].clone();
            for (int term = 0; term < mean.length; term++) {
                row[term] -= mean[term];
            }
            rows[toa] = row;
            residuals[toa] -= meanResidual;
        }
    }

    static double weight(double uncertaintySeconds) {
        return 1 / (uncertaintySeconds * uncertaintySeconds);
    }
}
