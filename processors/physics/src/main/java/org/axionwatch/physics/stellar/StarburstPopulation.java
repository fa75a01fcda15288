package org.axionwatch.physics.stellar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The massive stars of M82 that make axions: a helium-burning plateau for each of seven masses from 15 to 85 solar
 * masses, then two late stages of 1e4 and 1e3 years, each an n = 3 polytrope (values in the spirit of Woosley, Heger
 * and Weaver 2002, Rev. Mod. Phys. 74, 1015). It stands for an evolution grid; above 100 keV most axions come from the
 * late stages. Immutable.
 */
public final class StarburstPopulation {

    private static final Map<Nuclide, Double> HELIUM_BURNING =
            Map.of(Nuclide.HE4, 0.49, Nuclide.C12, 0.30, Nuclide.O16, 0.19, Nuclide.NE20, 0.02);
    private static final Map<Nuclide, Double> LATE_BURNING =
            Map.of(Nuclide.C12, 0.25, Nuclide.O16, 0.60, Nuclide.NE20, 0.15);
    private static final double HALF_MASS_RANGE_SOLAR = 5;
    private static final double CARBON_BURNING_MYR = 1e-2;
    private static final double LATEST_BURNING_MYR = 1e-3;

    private static final List<Plateau> PLATEAUS = List.of(
            new Plateau(20, 8.05, 8.9, 17.5, 970),
            new Plateau(30, 5.6, 6.15, 18.3, 700),
            new Plateau(40, 4.45, 4.95, 18.7, 620),
            new Plateau(50, 3.8, 4.25, 19.0, 570),
            new Plateau(60, 3.45, 3.88, 19.2, 540),
            new Plateau(70, 3.2, 3.6, 19.4, 500),
            new Plateau(80, 3.0, 3.4, 19.6, 480));

    private final List<Group> groups;

    private record Plateau(
            double massSolar, double startMyr, double endMyr, double temperatureKeV, double densityGramsPerCm3) {

        double shareOfMasses() {
            return InitialMassFunction.fraction(massSolar - HALF_MASS_RANGE_SOLAR, massSolar + HALF_MASS_RANGE_SOLAR);
        }

        double shareOfAges() {
            return StarFormationHistory.solarMasses(startMyr, endMyr) / allFormed();
        }

        /** Share of the ages in a short stage that begins some time after the plateau. */
        double shareOfAges(double delayMyr, double durationMyr) {
            return StarFormationHistory.solarMasses(endMyr + delayMyr, endMyr + delayMyr + durationMyr) / allFormed();
        }

        private static double allFormed() {
            return StarFormationHistory.solarMasses(0, Double.POSITIVE_INFINITY);
        }
    }

    /** Equal stars. */
    private record Group(double stars, StellarEmission emission) {}

    public StarburstPopulation(StarNumber number) {
        groups = new ArrayList<>();
        double carbonBurning = 0;
        double latestBurning = 0;
        for (Plateau plateau : PLATEAUS) {
            double stars = number.stars() * plateau.shareOfMasses();
            add(
                    stars * plateau.shareOfAges(),
                    plateau.temperatureKeV(),
                    new StellarMatter(plateau.densityGramsPerCm3(), HELIUM_BURNING));
            carbonBurning += stars * plateau.shareOfAges(0, CARBON_BURNING_MYR);
            latestBurning += stars * plateau.shareOfAges(CARBON_BURNING_MYR, LATEST_BURNING_MYR);
        }
        add(carbonBurning, 35, new StellarMatter(1e4, LATE_BURNING));
        add(latestBurning, 75, new StellarMatter(1.4e5, LATE_BURNING));
    }

    /** Stars in all stages. */
    public double emittingStars() {
        return groups.stream().mapToDouble(Group::stars).sum();
    }

    /**
     * Production spectrum of all stars.
     *
     * @param energyKeV axion energy, keV, at least the mass
     * @param axionMassKeV m_a, keV
     * @param couplingPerGeV g_agamma, GeV^-1
     * @return dN/dE, keV^-1 s^-1
     */
    public double spectrum(double energyKeV, double axionMassKeV, double couplingPerGeV) {
        double sum = 0;
        for (Group group : groups) {
            sum += group.stars() * group.emission().spectrum(energyKeV, axionMassKeV, couplingPerGeV);
        }
        return sum;
    }

    private void add(double stars, double centralTemperatureKeV, StellarMatter centre) {
        groups.add(new Group(stars, new StellarEmission(new Polytrope(centralTemperatureKeV, centre).zones())));
    }
}
