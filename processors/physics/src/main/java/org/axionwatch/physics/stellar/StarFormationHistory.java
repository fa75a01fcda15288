package org.axionwatch.physics.stellar;

import java.util.List;
import org.axionwatch.physics.ArgumentChecks;

/**
 * The two bursts of M82 (arXiv:2412.03660 after Foerster Schreiber et al. 2003, ApJ 599, 193):
 * R0 exp(-(t_burst - t)/t_sc) for ages t below t_burst. The sign printed in arXiv:2412.03660 lets the rate grow to
 * today; text and figure S2 have the decay.
 */
public final class StarFormationHistory {

    private static final double SCALE_MYR = 1;
    private static final double YEARS_PER_MYR = 1e6;
    private static final List<Burst> BURSTS = List.of(new Burst(9, 31), new Burst(4.1, 18));

    private record Burst(double ageMyr, double peakSolarMassesPerYear) {}

    private StarFormationHistory() {}

    /** Solar masses a year that formed stars of an age in Myr, at least 0. */
    public static double solarMassesPerYear(double ageMyr) {
        ArgumentChecks.notNegative("age", ageMyr);
        double sum = 0;
        for (Burst burst : BURSTS) {
            if (ageMyr < burst.ageMyr()) {
                sum += burst.peakSolarMassesPerYear() * Math.exp(-(burst.ageMyr() - ageMyr) / SCALE_MYR);
            }
        }
        return sum;
    }

    /**
     * Mass of the stars formed in a range of ages, solar masses.
     *
     * @param youngestMyr lower age, Myr, at least 0
     * @param oldestMyr upper age, Myr, at least the lower; may be infinite
     */
    public static double solarMasses(double youngestMyr, double oldestMyr) {
        ArgumentChecks.notNegative("youngest age", youngestMyr);
        if (!(oldestMyr >= youngestMyr)) {
            throw new IllegalArgumentException("ages from " + youngestMyr + " to " + oldestMyr + " Myr");
        }
        double sum = 0;
        for (Burst burst : BURSTS) {
            double young = Math.min(youngestMyr, burst.ageMyr());
            double old = Math.min(oldestMyr, burst.ageMyr());
            double share =
                    Math.exp((old - burst.ageMyr()) / SCALE_MYR) - Math.exp((young - burst.ageMyr()) / SCALE_MYR);
            sum += burst.peakSolarMassesPerYear() * SCALE_MYR * YEARS_PER_MYR * share;
        }
        return sum;
    }
}
