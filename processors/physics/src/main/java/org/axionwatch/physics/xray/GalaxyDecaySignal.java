package org.axionwatch.physics.xray;

import org.axionwatch.physics.ArgumentChecks;
import org.axionwatch.physics.PanelIntegral;
import org.axionwatch.physics.decay.DecayHalo;
import org.axionwatch.physics.decay.DecayingAxion;
import org.axionwatch.physics.decay.TabulatedEmission;
import org.axionwatch.physics.stellar.StarburstPopulation;

/**
 * Photons of axions that the massive stars of M82 emit and that decay on the way, by annulus about the galaxy
 * (arXiv:2412.03660). PSF, vignetting and the extent of the galaxy are neglected.
 */
public final class GalaxyDecaySignal implements SignalModel {

    /** Name of the model. */
    public static final String NAME = "m82-decay";

    private static final double REFERENCE_COUPLING_PER_GEV = 1e-12;
    private static final double HOTTEST_KEV = 75;
    private static final double HIGHEST_ENERGY_OVER_TEMPERATURE = 40;
    private static final int TABLE_POINTS = 240;
    private static final double WIDEST_PANEL_KEV = 5;

    private final StarburstPopulation population;
    private final double distanceMpc;
    private final double[] edgesRad;

    /**
     * @param population stars of the galaxy
     * @param distanceMpc distance, Mpc
     * @param edgesRad rising edges of the regions about the galaxy, rad, the first at least 0
     */
    public GalaxyDecaySignal(StarburstPopulation population, double distanceMpc, double[] edgesRad) {
        if (edgesRad.length < 2) {
            throw new XrayModelException(XrayModelException.Reason.BAD_REGION, edgesRad.length + " edges of annuli");
        }
        for (int i = 0; i < edgesRad.length; i++) {
            if (!(edgesRad[i] >= 0 && edgesRad[i] < Math.PI / 2 && (i == 0 || edgesRad[i] > edgesRad[i - 1]))) {
                throw new XrayModelException(
                        XrayModelException.Reason.BAD_REGION, "edge " + i + " of the annuli is " + edgesRad[i]);
            }
        }
        this.population = population;
        this.distanceMpc = ArgumentChecks.positive("distance", distanceMpc);
        this.edgesRad = edgesRad.clone();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String couplingName() {
        return "g_agamma";
    }

    @Override
    public String couplingUnit() {
        return "GeV^-1";
    }

    @Override
    public double couplingPower() {
        return 4;
    }

    @Override
    public int regions() {
        return edgesRad.length - 1;
    }

    /** The mass must be above 0: massless axions do not decay. */
    @Override
    public double[][] photonFluxes(EnergyBins bins, double coupling, double axionMassEv) {
        return photonFluxes(bins, new double[] {coupling}, axionMassEv)[0];
    }

    /**
     * Photons at Earth for several couplings, the stars' emission computed once.
     *
     * @param bins bins of true energy
     * @param couplings couplings, GeV^-1, at least 0
     * @param axionMassEv m_a, eV, above 0
     * @return photons cm^-2 s^-1, [coupling][bin][region]
     */
    public double[][][] photonFluxes(EnergyBins bins, double[] couplings, double axionMassEv) {
        double massKeV = ArgumentChecks.positive("axion mass", axionMassEv) * 1e-3;
        TabulatedEmission emission = new TabulatedEmission(
                massKeV,
                massKeV + HIGHEST_ENERGY_OVER_TEMPERATURE * HOTTEST_KEV,
                TABLE_POINTS,
                distanceMpc,
                energyKeV -> population.spectrum(energyKeV, massKeV, REFERENCE_COUPLING_PER_GEV));
        double[][][] fluxes = new double[couplings.length][][];
        for (int k = 0; k < couplings.length; k++) {
            double ratio = couplings[k] / REFERENCE_COUPLING_PER_GEV;
            fluxes[k] = fluxes(
                    bins, new DecayHalo(emission.times(ratio * ratio), new DecayingAxion(massKeV, couplings[k])));
        }
        return fluxes;
    }

    private double[][] fluxes(EnergyBins bins, DecayHalo halo) {
        double[][] fluxes = new double[bins.count()][regions()];
        for (int bin = 0; bin < bins.count(); bin++) {
            for (int region = 0; region < regions(); region++) {
                double inner = edgesRad[region];
                double outer = edgesRad[region + 1];
                fluxes[bin][region] = PanelIntegral.of(
                        energyKeV -> halo.ringFlux(energyKeV, inner, outer),
                        bins.lowerKeV(bin),
                        bins.upperKeV(bin),
                        WIDEST_PANEL_KEV);
            }
        }
        return fluxes;
    }
}
