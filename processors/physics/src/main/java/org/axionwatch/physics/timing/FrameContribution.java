package org.axionwatch.physics.timing;

import java.util.List;

/**
 * What one frame adds to the normal equations: M'N^-1 M, M'N^-1 r and r'N^-1 r, where N is the white noise and the jitter of
 * each epoch, whose inverse is D^-1 - D^-1 u u'D^-1/(1/J + u'D^-1 u).
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
        for (int i = 0; i < rows.length; i++) {
            double weight = weight(uncertaintySeconds[i]);
            products.add(rows[i], residualSeconds[i], weight);
        }
        int free = 0;
        for (EpochBlock block : blocks) {
            double[] sum = new double[terms];
            double residual = 0;
            double weights = 0;
            for (int i : block.toas()) {
                double weight = weight(uncertaintySeconds[i]);
                for (int term = 0; term < terms; term++) {
                    sum[term] += weight * rows[i][term];
                }
                residual += weight * residualSeconds[i];
                weights += weight;
            }
            products.add(sum, residual, -1 / (block.precision() + weights));
            free += block.precision() == 0 ? 1 : 0;
        }
        return new FrameContribution(products.values(), rows.length, free);
    }

    static double weight(double uncertaintySeconds) {
        return 1 / (uncertaintySeconds * uncertaintySeconds);
    }
}
