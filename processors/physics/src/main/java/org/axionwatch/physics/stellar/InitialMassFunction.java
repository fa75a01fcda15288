package org.axionwatch.physics.stellar;

/**
 * Stars at birth by mass in M82: M^-2.35 above 3 solar masses, flat below, continuous, cut off at 100, normalised to
 * one star (arXiv:2412.03660 after Foerster Schreiber et al. 2003, ApJ 599, 193).
 */
public final class InitialMassFunction {

    private static final double SLOPE = 2.35;
    private static final double BREAK_SOLAR = 3;
    private static final double HIGHEST_SOLAR = 100;
    private static final double NORMALISATION = 1 / (flat(0, BREAK_SOLAR, 0) + power(BREAK_SOLAR, HIGHEST_SOLAR, 0));

    private InitialMassFunction() {}

    /** A of A M^-2.35, per solar mass. */
    public static double normalisation() {
        return NORMALISATION;
    }

    /** Mean mass of a star, solar masses. */
    public static double meanMassSolar() {
        return NORMALISATION * (flat(0, BREAK_SOLAR, 1) + power(BREAK_SOLAR, HIGHEST_SOLAR, 1));
    }

    /**
     * Share of the stars between two masses.
     *
     * @param lowSolar lower mass, solar masses, at least 0
     * @param highSolar upper mass, solar masses, above the lower and at most 100
     */
    public static double fraction(double lowSolar, double highSolar) {
        if (!(lowSolar >= 0 && highSolar > lowSolar && highSolar <= HIGHEST_SOLAR)) {
            throw new IllegalArgumentException("masses from " + lowSolar + " to " + highSolar);
        }
        double belowBreak = flat(Math.min(lowSolar, BREAK_SOLAR), Math.min(highSolar, BREAK_SOLAR), 0);
        double aboveBreak = power(Math.max(lowSolar, BREAK_SOLAR), Math.max(highSolar, BREAK_SOLAR), 0);
        return NORMALISATION * (belowBreak + aboveBreak);
    }

    private static double flat(double low, double high, int moment) {
        int exponent = moment + 1;
        return Math.pow(BREAK_SOLAR, -SLOPE) * (Math.pow(high, exponent) - Math.pow(low, exponent)) / exponent;
    }

    private static double power(double low, double high, int moment) {
        double exponent = moment + 1 - SLOPE;
        return (Math.pow(high, exponent) - Math.pow(low, exponent)) / exponent;
    }
}
