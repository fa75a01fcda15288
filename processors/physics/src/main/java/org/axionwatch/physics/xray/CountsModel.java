package org.axionwatch.physics.xray;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.axionwatch.physics.likelihood.PoissonBin;
import org.axionwatch.physics.likelihood.ResponseFold;
import org.axionwatch.physics.xray.XrayModelException.Reason;

/**
 * What a source puts into its bins and regions at signal amplitude a = 1, and the shape of the background; with counts
 * and exposure it becomes the bins of the likelihood. Immutable.
 */
public final class CountsModel {

    private static final double SAME_SHAPE = 1e-9;

    private final double[] signalRates;
    private final double[] signalFractions;
    private final double[] backgroundShapes;

    /**
     * @param signalRates signal counts per second in each energy bin at a = 1, all regions together, s^-1
     * @param signalFractions fraction of the signal counts in each region; sum at most 1
     * @param backgroundShapes background of each region relative to the others, for example its area; above 0
     * @throws XrayModelException LENGTH_MISMATCH, BAD_VALUE, or DEGENERATE_REGIONS where no region differs from the
     *     others in its ratio of signal to background
     */
    public CountsModel(double[] signalRates, double[] signalFractions, double[] backgroundShapes) {
        if (signalRates.length == 0 || signalFractions.length != backgroundShapes.length) {
            throw new XrayModelException(
                    Reason.LENGTH_MISMATCH,
                    signalRates.length + " bins, " + signalFractions.length + " signal fractions, "
                            + backgroundShapes.length + " background shapes");
        }
        requireFrom("signal rate", signalRates, 0);
        requireFrom("signal fraction", signalFractions, 0);
        requireFrom("background shape", backgroundShapes, Double.MIN_VALUE);
        if (Arrays.stream(signalFractions).sum() > 1 + SAME_SHAPE) {
            throw new XrayModelException(Reason.BAD_VALUE, "signal fractions sum to more than 1");
        }
        if (!(Arrays.stream(signalRates).max().orElse(0) > 0)) {
            throw new XrayModelException(Reason.BAD_VALUE, "no energy bin has signal");
        }
        requireDistinctShapes(signalFractions, backgroundShapes);
        this.signalRates = signalRates.clone();
        this.signalFractions = signalFractions.clone();
        this.backgroundShapes = backgroundShapes.clone();
    }

    /**
     * Signal rates from the photon flux of each bin through effective area and redistribution.
     *
     * @param photonFluxes photons cm^-2 s^-1 in each bin of true energy at a = 1
     * @param effectiveAreaCm2 effective area of each bin of true energy, cm^2
     * @param redistribution probability of measured bin i for true bin j, [measured][true]
     * @return counts s^-1 in each measured bin
     */
    public static double[] signalRates(double[] photonFluxes, double[] effectiveAreaCm2, double[][] redistribution) {
        double[] integrated = new double[photonFluxes.length];
        Arrays.fill(integrated, 1);
        return ResponseFold.counts(photonFluxes, effectiveAreaCm2, redistribution, integrated, 1);
    }

    public int bins() {
        return signalRates.length;
    }

    public int regions() {
        return signalFractions.length;
    }

    /**
     * The bins of the likelihood. The background amplitude of each is in counts per second and unit of background
     * shape.
     *
     * @param counts events, element bin x regions + region
     * @param exposureSeconds livetime that the counts stand for, s, above 0
     * @throws XrayModelException LENGTH_MISMATCH or BAD_VALUE
     */
    public List<PoissonBin> poissonBins(long[] counts, double exposureSeconds) {
        if (counts.length != bins() * regions()) {
            throw new XrayModelException(
                    Reason.LENGTH_MISMATCH,
                    counts.length + " counts for " + bins() + " bins of " + regions() + " regions");
        }
        requireFrom("exposure", new double[] {exposureSeconds}, Double.MIN_VALUE);
        double[] background = Arrays.stream(backgroundShapes)
                .map(shape -> shape * exposureSeconds)
                .toArray();
        List<PoissonBin> bins = new ArrayList<>(bins());
        for (int bin = 0; bin < bins(); bin++) {
            double[] binCounts = Arrays.stream(counts, bin * regions(), (bin + 1) * regions())
                    .asDoubleStream()
                    .toArray();
            bins.add(new PoissonBin(binCounts, signalFractions, background, signalRates[bin] * exposureSeconds));
        }
        return bins;
    }

    private static void requireDistinctShapes(double[] signal, double[] background) {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (int i = 0; i < signal.length; i++) {
            smallest = Math.min(smallest, signal[i] / background[i]);
            largest = Math.max(largest, signal[i] / background[i]);
        }
        if (!(largest - smallest > SAME_SHAPE * largest)) {
            throw new XrayModelException(
                    Reason.DEGENERATE_REGIONS,
                    signal.length + " regions with the same ratio of signal to background; add a background region");
        }
    }

    private static void requireFrom(String name, double[] values, double least) {
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= least && values[i] <= Double.MAX_VALUE)) {
                throw new XrayModelException(Reason.BAD_VALUE, name + " " + i + " is " + values[i]);
            }
        }
    }
}
