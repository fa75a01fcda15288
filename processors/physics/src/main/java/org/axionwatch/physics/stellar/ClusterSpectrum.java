package org.axionwatch.physics.stellar;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;
import org.axionwatch.physics.ArgumentChecks;
import org.axionwatch.physics.PanelIntegral;
import org.axionwatch.physics.PhysicalConstants;

/**
 * Axions of a star cluster as one zone: luminosity spectrum s(E) ~ E^3/(exp(E/T) - 1) F(E, kappa^2) with massless
 * Primakoff kernel and kappa a fixed multiple of T (for arXiv:2008.03305, whose sum over stars is not public).
 *
 * @param temperatureKeV T, keV
 * @param screeningRatio kappa/T; 0.24 in the core of a Wolf-Rayet star
 */
public record ClusterSpectrum(double temperatureKeV, double screeningRatio) {

    private static final double HIGHEST_ENERGY_OVER_TEMPERATURE = 60;
    private static final double PANEL_WIDTH = 1;
    private static final double PRECISION = 1e-11;
    private static final int MAX_EVALUATIONS = 500;
    private static final double SEARCH_FACTOR = 100;

    public ClusterSpectrum {
        ArgumentChecks.positive("temperature", temperatureKeV);
        ArgumentChecks.positive("kappa/T", screeningRatio);
    }

    /**
     * The spectrum whose band holds a given share of the luminosity, on the hot side: the share rises with the
     * temperature to a maximum and falls again, and stellar cores lie beyond it.
     *
     * @param bandFraction luminosity in the band over all luminosity
     * @param screeningRatio kappa/T
     * @param lowKeV lower edge of the band, keV, above 0
     * @param highKeV upper edge, keV
     * @throws IllegalArgumentException where no temperature gives the share
     */
    public static ClusterSpectrum withBandFraction(
            double bandFraction, double screeningRatio, double lowKeV, double highKeV) {
        ArgumentChecks.positive("band fraction", bandFraction);
        ArgumentChecks.positive("lower edge", lowKeV);
        UnivariateFunction excess = logarithm ->
                new ClusterSpectrum(Math.exp(logarithm), screeningRatio).bandFraction(lowKeV, highKeV) - bandFraction;
        double coldest = Math.log(lowKeV / SEARCH_FACTOR);
        double hottest = Math.log(highKeV * SEARCH_FACTOR);
        double peak = new BrentOptimizer(1e-6, 1e-9)
                .optimize(
                        new MaxEval(MAX_EVALUATIONS),
                        new UnivariateObjectiveFunction(excess),
                        GoalType.MAXIMIZE,
                        new SearchInterval(coldest, hottest, Math.log(Math.sqrt(lowKeV * highKeV) / 5)))
                .getPoint();
        if (excess.value(peak) < 0 || excess.value(hottest) > 0) {
            throw new IllegalArgumentException("no temperature puts " + bandFraction + " of the luminosity from "
                    + lowKeV + " to " + highKeV + " keV");
        }
        double root = new BrentSolver(PRECISION).solve(MAX_EVALUATIONS, excess, peak, hottest);
        return new ClusterSpectrum(Math.exp(root), screeningRatio);
    }

    /** Share of the luminosity between two energies in keV. */
    public double bandFraction(double lowKeV, double highKeV) {
        return band(lowKeV, highKeV) / band(0, Double.POSITIVE_INFINITY);
    }

    /**
     * Luminosity density dL/dE, normalised to the luminosity of a band.
     *
     * @param energyKeV axion energy, keV
     * @param bandLuminosityErgPerS luminosity of the band, erg s^-1
     * @param lowKeV lower edge of the band, keV
     * @param highKeV upper edge, keV
     * @return erg s^-1 keV^-1
     */
    public double luminosityDensity(double energyKeV, double bandLuminosityErgPerS, double lowKeV, double highKeV) {
        ArgumentChecks.positive("energy", energyKeV);
        ArgumentChecks.notNegative("band luminosity", bandLuminosityErgPerS);
        return bandLuminosityErgPerS * shape(energyKeV) / band(lowKeV, highKeV);
    }

    /**
     * Photons that reach Earth, (dL/dE)/E p/(4 pi d^2).
     *
     * @param luminosityDensity dL/dE, erg s^-1 keV^-1
     * @param energyKeV photon energy, keV
     * @param conversionProbability p
     * @param distanceKpc d, kpc
     * @return cm^-2 s^-1 keV^-1
     */
    public static double photonFlux(
            double luminosityDensity, double energyKeV, double conversionProbability, double distanceKpc) {
        ArgumentChecks.positive("energy", energyKeV);
        ArgumentChecks.notNegative("conversion probability", conversionProbability);
        ArgumentChecks.positive("distance", distanceKpc);
        double distanceCm = distanceKpc * PhysicalConstants.PARSEC_M * 1e5;
        double axionsPerKeVSecond = luminosityDensity / (energyKeV * NaturalUnits.ERG_PER_KEV);
        return axionsPerKeVSecond * conversionProbability / (4 * Math.PI * distanceCm * distanceCm);
    }

    private double band(double lowKeV, double highKeV) {
        if (!(lowKeV >= 0 && highKeV > lowKeV)) {
            throw new IllegalArgumentException("band from " + lowKeV + " to " + highKeV + " keV");
        }
        double low = Math.min(lowKeV / temperatureKeV, HIGHEST_ENERGY_OVER_TEMPERATURE);
        double high = Math.min(highKeV / temperatureKeV, HIGHEST_ENERGY_OVER_TEMPERATURE);
        return temperatureKeV * PanelIntegral.of(z -> shape(z * temperatureKeV), low, high, PANEL_WIDTH);
    }

    /** Luminosity density at an energy in keV, any unit. */
    public double shape(double energyKeV) {
        double screeningKeV = screeningRatio * temperatureKeV;
        double kernel = PrimakoffKernel.value(energyKeV, 0, 0, screeningKeV * screeningKeV);
        return energyKeV * energyKeV * energyKeV / Math.expm1(energyKeV / temperatureKeV) * kernel;
    }
}
