package org.axionwatch.physics.likelihood;

/** Deviance of one Poisson count, 2 (m - n + n ln(n/m)), as half of it. */
final class PoissonDeviance {

    private PoissonDeviance() {}

    /** m - n + n ln(n/m): zero at m = n, m where n = 0, infinite where m = 0 but n is not. */
    static double half(double counts, double mean) {
        return counts == 0 ? mean : mean - counts + counts * Math.log(counts / mean);
    }

    static void requireCounts(String name, double[] counts) {
        for (int i = 0; i < counts.length; i++) {
            if (!(counts[i] >= 0 && counts[i] <= Double.MAX_VALUE)) {
                throw new LikelihoodException(
                        LikelihoodException.Reason.BAD_COUNTS, name + " entry " + i + " is " + counts[i]);
            }
        }
    }

    static void requireLength(String name, int length, int expected) {
        if (length != expected) {
            throw new LikelihoodException(
                    LikelihoodException.Reason.LENGTH_MISMATCH,
                    name + " has " + length + " entries, expected " + expected);
        }
    }
}
