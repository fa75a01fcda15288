package org.axionwatch.physics.xray;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.axionwatch.physics.ArgumentChecks;
import org.axionwatch.physics.PanelIntegral;
import org.axionwatch.physics.PhysicalConstants;
import org.axionwatch.physics.galactic.PathCell;
import org.axionwatch.physics.galactic.PathConversion;
import org.axionwatch.physics.stellar.ClusterSpectrum;
import org.axionwatch.physics.stellar.StellarEmission;

/**
 * Photons of axions that a super star cluster emits by the Primakoff process and that convert in the magnetic field of
 * the Milky Way (Dessert, Foster and Safdi 2020, arXiv:2008.03305). The signal goes as g^4 at every mass.
 */
public final class StarClusterSignal implements SignalModel {

    /** Name of the model. */
    public static final String NAME = "star-cluster";

    /** Coupling at which luminosities are given, GeV^-1. */
    public static final double REFERENCE_COUPLING_PER_GEV = 1e-12;

    private static final double ERG_PER_KEV = 1e3 * PhysicalConstants.ERG_PER_EV;
    private static final double WIDEST_PANEL_KEV = 5;

    private final DoubleUnaryOperator luminosityDensity;
    private final List<PathCell> cells;
    private final double distanceKpc;
    private final double[] regionFractions;

    /**
     * @param luminosityDensity dL/dE at 1e-12 GeV^-1 by axion energy in keV, erg s^-1 keV^-1
     * @param cells way from the cluster to Earth
     * @param distanceKpc distance, kpc
     * @param regionFractions share of the photons in each pixel or annulus, at least 0, in total at most 1
     * @throws XrayModelException BAD_VALUE
     */
    public StarClusterSignal(
            DoubleUnaryOperator luminosityDensity, List<PathCell> cells, double distanceKpc, double[] regionFractions) {
        this.luminosityDensity = luminosityDensity;
        this.cells = List.copyOf(cells);
        this.distanceKpc = ArgumentChecks.positive("distance", distanceKpc);
        this.regionFractions = RegionFractions.checked(regionFractions);
    }

    /** dL/dE of a cluster as one zone, from the luminosity of a band at 1e-12 GeV^-1 in erg s^-1. */
    public static DoubleUnaryOperator oneZone(
            ClusterSpectrum spectrum, double bandLuminosityErgPerS, double lowKeV, double highKeV) {
        double unit = spectrum.luminosityDensity(1, bandLuminosityErgPerS, lowKeV, highKeV) / spectrum.shape(1);
        return energyKeV -> unit * spectrum.shape(energyKeV);
    }

    /** dL/dE of a number of equal stars at 1e-12 GeV^-1, in massless axions. */
    public static DoubleUnaryOperator equalStars(StellarEmission star, double stars) {
        ArgumentChecks.notNegative("number of stars", stars);
        return energyKeV -> stars * energyKeV * ERG_PER_KEV * star.spectrum(energyKeV, 0, REFERENCE_COUPLING_PER_GEV);
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
        return regionFractions.length;
    }

    @Override
    public double[][] photonFluxes(EnergyBins bins, double coupling, double axionMassEv) {
        ArgumentChecks.notNegative("coupling", coupling);
        double scale = Math.pow(coupling / REFERENCE_COUPLING_PER_GEV, couplingPower());
        double[][] fluxes = new double[bins.count()][];
        for (int bin = 0; bin < bins.count(); bin++) {
            double flux = scale
                    * PanelIntegral.of(
                            energyKeV -> fluxDensity(energyKeV, axionMassEv),
                            bins.lowerKeV(bin),
                            bins.upperKeV(bin),
                            WIDEST_PANEL_KEV);
            fluxes[bin] = RegionFractions.spread(flux, regionFractions);
        }
        return fluxes;
    }

    /** Photons cm^-2 s^-1 keV^-1 at the reference coupling, all regions together. */
    private double fluxDensity(double energyKeV, double axionMassEv) {
        double conversion = new PathConversion(energyKeV, axionMassEv, REFERENCE_COUPLING_PER_GEV).probability(cells);
        return ClusterSpectrum.photonFlux(
                luminosityDensity.applyAsDouble(energyKeV), energyKeV, conversion, distanceKpc);
    }
}
