package org.axionwatch.physics.stellar;

/** How many stars M82's mass function and star-formation history are normalised to. */
public enum StarNumber {
    /** 1.8e10 stars of the whole galaxy with the two bursts as their distribution of ages, as arXiv:2412.03660 does. */
    WHOLE_GALAXY,
    /** The 1.1e7 stars that the two bursts formed. */
    BURSTS;

    private static final double WHOLE_GALAXY_STARS = 1.8e10;

    /** Number of stars. */
    public double stars() {
        return this == WHOLE_GALAXY ? WHOLE_GALAXY_STARS : burstStars();
    }

    private static double burstStars() {
        return StarFormationHistory.solarMasses(0, Double.POSITIVE_INFINITY) / InitialMassFunction.meanMassSolar();
    }
}
