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

    private final double[][] signalRates;
    private final double[] backgroundShapes;

    /**
     * @param signalRates signal counts per second in each energy bin at a = 1, all regions together, s^-1
     * @param signalFractions fraction of the signal counts in each region; sum at most 1
     * @param backgroundShapes background of each region relative to the others, for example its area; above 0
     * @throws XrayModelException LENGTH_MISMATCH, BAD_VALUE, or DEGENERATE_REGIONS where no region differs from the
     *     others in its ratio of signal to background
     */
    public CountsModel(double[] signalRates, double[] signalFractions, double[] backgroundShapes) {
        this(spread(signalRates, signalFractions), backgroundShapes);
        requireFrom("signal fraction", signalFractions, 0);
        if (Arrays.stream(signalFractions).sum() > 1 + SAME_SHAPE) {
            throw new XrayModelException(Reason.BAD_VALUE, "signal fractions sum to more than 1");
        }
    }

    /**
     * A source whose spectrum differs from region to region.
     *
     * @param signalRates signal counts per second at a = 1, [bin][region], s^-1
     * @param backgroundShapes background of each region relative to the others, for example its area; above 0
     * @throws XrayModelException LENGTH_MISMATCH, BAD_VALUE, or DEGENERATE_REGIONS where in no bin a region differs from
     *     the others in its ratio of signal to background
     */
    public CountsModel(double[][] signalRates, double[] backgroundShapes) {
        requireFrom("background shape", backgroundShapes, Double.MIN_VALUE);
        this.backgroundShapes = backgroundShapes.clone();
        this.signalRates = Arrays.stream(signalRates).map(double[]::clone).toArray(double[][]::new);
        if (signalRates.length == 0) {
            throw new XrayModelException(Reason.LENGTH_MISMATCH, "no energy bin");
        }
        for (double[] rates : this.signalRates) {
            if (rates.length != backgroundShapes.length) {
                throw new XrayModelException(
                        Reason.LENGTH_MISMATCH,
                        rates.length + " signal rates for " + backgroundShapes.length + " background shapes");
            }
            requireFrom("signal rate", rates, 0);
        }
        if (Arrays.stream(this.signalRates)
                .noneMatch(rates -> Arrays.stream(rates).sum() > 0)) {
            throw new XrayModelException(Reason.BAD_VALUE, "no energy bin has signal");
        }
        requireDistinctShapes();
    }

    private static double[][] spread(double[] rates, double[] fractions) {
        requireFrom("signal rate", rates, 0);
        double[][] spread = new double[rates.length][fractions.length];
        for (int bin = 0; bin < rates.length; bin++) {
            for (int region = 0; region < fractions.length; region++) {
                spread[bin][region] = rates[bin] * fractions[region];
            }
        }
        return spread;
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
        return backgroundShapes.length;
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
            double total = Arrays.stream(signalRates[bin]).sum();
            double[] fractions = Arrays.stream(signalRates[bin])
                    .map(rate -> total > 0 ? rate / total : 0)
                    .toArray();
            bins.add(new PoissonBin(binCounts, fractions, background, total * exposureSeconds));
        }
        return bins;
    }

    private void requireDistinctShapes() {
        for (double[] rates : signalRates) {
            double smallest = Double.POSITIVE_INFINITY;
            double largest = 0;
            for (int region = 0; region < rates.length; region++) {
                smallest = Math.min(smallest, rates[region] / backgroundShapes[region]);
                largest = Math.max(largest, rates[region] / backgroundShapes[region]);
            }
            if (largest - smallest > SAME_SHAPE * largest) {
                return;
            }
        }
        throw new XrayModelException(
                Reason.DEGENERATE_REGIONS,
                regions() + " regions with the same ratio of signal to background; add a background region");
    }

    private static void requireFrom(String name, double[] values, double least) {
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= least && values[i] <= Double.MAX_VALUE)) {
                throw new XrayModelException(Reason.BAD_VALUE, name + " " + i + " is " + values[i]);
            }
        }
    }
}
