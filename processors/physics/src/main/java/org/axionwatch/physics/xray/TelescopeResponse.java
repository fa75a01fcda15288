package org.axionwatch.physics.xray;

import java.util.Arrays;
import org.axionwatch.physics.xray.XrayModelException.Reason;

/** Effective area, energy redistribution and exposure on a source's bins. Immutable. */
public final class TelescopeResponse {

    private final EnergyBins bins;
    private final double[] effectiveAreaCm2;
    private final double[][] redistribution;
    private final double exposureSeconds;

    /**
     * @param bins bins of true and measured energy
     * @param effectiveAreaCm2 effective area of each bin of true energy, cm^2, at least 0
     * @param redistribution probability of measured bin i for true bin j, [measured][true]
     * @param exposureSeconds livetime, s, above 0
     * @throws XrayModelException LENGTH_MISMATCH or BAD_VALUE
     */
    public TelescopeResponse(
            EnergyBins bins, double[] effectiveAreaCm2, double[][] redistribution, double exposureSeconds) {
        int count = bins.count();
        boolean square =
                redistribution.length == count && Arrays.stream(redistribution).allMatch(row -> row.length == count);
        if (effectiveAreaCm2.length != count || !square) {
            throw new XrayModelException(Reason.LENGTH_MISMATCH, "the response has not " + count + " bins");
        }
        MagnificentSeven.requirePositive("exposure", exposureSeconds);
        this.bins = bins;
        this.effectiveAreaCm2 = effectiveAreaCm2.clone();
        this.redistribution = Arrays.stream(redistribution).map(double[]::clone).toArray(double[][]::new);
        this.exposureSeconds = exposureSeconds;
    }

    /** A telescope that measures the energy of each photon exactly. */
    public static TelescopeResponse diagonal(EnergyBins bins, double[] effectiveAreaCm2, double exposureSeconds) {
        double[][] identity = new double[bins.count()][bins.count()];
        for (int bin = 0; bin < identity.length; bin++) {
            identity[bin][bin] = 1;
        }
        return new TelescopeResponse(bins, effectiveAreaCm2, identity, exposureSeconds);
    }

    public EnergyBins bins() {
        return bins;
    }

    /**
     * Counts of a spectrum.
     *
     * @param photonFluxes photons cm^-2 s^-1 in each bin of true energy, at least 0
     * @return counts in each measured bin
     */
    public double[] counts(double[] photonFluxes) {
        double[] counts = CountsModel.signalRates(photonFluxes, effectiveAreaCm2, redistribution);
        return Arrays.stream(counts).map(rate -> rate * exposureSeconds).toArray();
    }
}
