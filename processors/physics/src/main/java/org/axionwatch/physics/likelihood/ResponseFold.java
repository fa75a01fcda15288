package org.axionwatch.physics.likelihood;

import org.axionwatch.physics.likelihood.LikelihoodException.Reason;

/** Folds a photon spectrum with effective area (ARF) and energy redistribution (RMF) into counts per channel. */
public final class ResponseFold {

    private ResponseFold() {}

    /**
     * Counts in channel i: exposure x sum_j rmf[i][j] arf[j] flux[j] width[j].
     *
     * @param flux photon flux density in each bin of true energy, photons cm^-2 s^-1 keV^-1
     * @param effectiveAreaCm2 effective area in each bin of true energy, cm^2
     * @param redistribution probability of channel i for true bin j, [channels][true bins]
     * @param widthKeV widths of the bins of true energy, keV
     * @param exposureSeconds exposure, s
     * @return expected counts per channel
     * @throws LikelihoodException LENGTH_MISMATCH or BAD_RESPONSE
     */
    public static double[] counts(
            double[] flux,
            double[] effectiveAreaCm2,
            double[][] redistribution,
            double[] widthKeV,
            double exposureSeconds) {
        requireNonNegative("flux", flux, flux.length);
        requireNonNegative("effective area", effectiveAreaCm2, flux.length);
        requireNonNegative("bin width", widthKeV, flux.length);
        requireNonNegative("exposure", new double[] {exposureSeconds}, 1);
        double[] counts = new double[redistribution.length];
        for (int i = 0; i < counts.length; i++) {
            requireNonNegative("redistribution row " + i, redistribution[i], flux.length);
            double sum = 0;
            for (int j = 0; j < flux.length; j++) {
                sum += redistribution[i][j] * effectiveAreaCm2[j] * flux[j] * widthKeV[j];
            }
            counts[i] = exposureSeconds * sum;
        }
        return counts;
    }

    private static void requireNonNegative(String name, double[] values, int length) {
        if (values.length != length) {
            throw new LikelihoodException(
                    Reason.LENGTH_MISMATCH, name + " has " + values.length + " entries, expected " + length);
        }
        for (int i = 0; i < length; i++) {
            if (!(values[i] >= 0 && values[i] <= Double.MAX_VALUE)) {
                throw new LikelihoodException(Reason.BAD_RESPONSE, name + " entry " + i + " is " + values[i]);
            }
        }
    }
}
