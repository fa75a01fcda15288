package org.axionwatch.physics.xray;

import java.util.Arrays;
import org.axionwatch.physics.xray.XrayModelException.Reason;

/** Shares of a source's photons by region, the same at all energies. */
final class RegionFractions {

    private static final double ROUNDING = 1e-9;

    private RegionFractions() {}

    /** A copy, where every share is at least 0 and their sum above 0 and at most 1. */
    static double[] checked(double[] fractions) {
        for (int i = 0; i < fractions.length; i++) {
            if (!(fractions[i] >= 0)) {
                throw new XrayModelException(Reason.BAD_VALUE, "signal fraction " + i + " is " + fractions[i]);
            }
        }
        double sum = Arrays.stream(fractions).sum();
        if (!(sum > 0 && sum <= 1 + ROUNDING)) {
            throw new XrayModelException(Reason.BAD_VALUE, "signal fractions sum to " + sum);
        }
        return fractions.clone();
    }

    static double[] spread(double flux, double[] fractions) {
        return Arrays.stream(fractions).map(fraction -> fraction * flux).toArray();
    }
}
