package org.axionwatch.physics.xray;

import java.util.Arrays;
import org.axionwatch.physics.ArgumentChecks;
import org.axionwatch.physics.PhysicalConstants;
import org.axionwatch.physics.xray.AxionPhotonConversion.Coefficient;

/**
 * Photons of axions that a neutron star emits by nucleon bremsstrahlung and that convert in its magnetosphere
 * (Buschmann et al. 2021, PRL 126, 021102), at the star's central temperature and distance. The coupling is g_agamma
 * g_ann. Massive axions convert by the full phase integral, with its own coefficient (1.9 % above the printed one).
 */
public final class NeutronStarSignal implements SignalModel {

    /** Name of the model. */
    public static final String NAME = "magnificent-seven";

    private static final double ERG_PER_KEV = 1e3 * PhysicalConstants.ERG_PER_EV;

    private final NeutronStar star;
    private final double referenceLuminosityErgPerS;
    private final double[] thetasRad;
    private final double[] regionFractions;

    /**
     * @param star the star
     * @param referenceLuminosityErgPerS axion luminosity at 1e8 K and g_ann = 1e-10, erg s^-1
     * @param thetasRad angles between magnetic axis and line of sight to average over with equal weight, rad
     * @param regionFractions share of the photons in each region, at least 0, in total at most 1
     * @throws XrayModelException BAD_VALUE
     */
    public NeutronStarSignal(
            NeutronStar star, double referenceLuminosityErgPerS, double[] thetasRad, double[] regionFractions) {
        MagnificentSeven.requirePositive("reference luminosity", referenceLuminosityErgPerS);
        if (thetasRad.length == 0 || !Arrays.stream(thetasRad).allMatch(Double::isFinite)) {
            throw new XrayModelException(
                    XrayModelException.Reason.BAD_VALUE, "angles are " + Arrays.toString(thetasRad));
        }
        this.star = star;
        this.referenceLuminosityErgPerS = referenceLuminosityErgPerS;
        this.thetasRad = thetasRad.clone();
        this.regionFractions = RegionFractions.checked(regionFractions);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String couplingName() {
        return "g_agamma*g_ann";
    }

    @Override
    public String couplingUnit() {
        return "GeV^-1";
    }

    @Override
    public double couplingPower() {
        return 2;
    }

    @Override
    public int regions() {
        return regionFractions.length;
    }

    @Override
    public double[][] photonFluxes(EnergyBins bins, double coupling, double axionMassEv) {
        ArgumentChecks.notNegative("coupling", coupling);
        ArgumentChecks.notNegative("axion mass", axionMassEv);
        double scale = MagnificentSeven.luminosityFlux(star, coupling, referenceLuminosityErgPerS) / ERG_PER_KEV;
        double[][] fluxes = new double[bins.count()][];
        for (int bin = 0; bin < bins.count(); bin++) {
            double perEnergy = BremsstrahlungSpectrum.weightedBand(
                    energyKeV -> conversion(energyKeV, axionMassEv) / energyKeV,
                    star.coreTemperature().value(),
                    bins.lowerKeV(bin),
                    bins.upperKeV(bin));
            fluxes[bin] = RegionFractions.spread(scale * perEnergy, regionFractions);
        }
        return fluxes;
    }

    /** Mean conversion probability over the angles, at 1e-11 GeV^-1. */
    private double conversion(double energyKeV, double axionMassEv) {
        double sum = 0;
        for (double theta : thetasRad) {
            sum += axionMassEv > 0
                    ? new MassiveAxionConversion(MagnificentSeven.REFERENCE_RADIUS_KM, theta)
                            .probability(
                                    AxionPhotonConversion.REFERENCE_COUPLING_PER_GEV,
                                    energyKeV,
                                    star.polarFieldGauss(),
                                    axionMassEv)
                    : AxionPhotonConversion.atAngle(MagnificentSeven.REFERENCE_RADIUS_KM, theta, Coefficient.PAPER)
                            .probability(
                                    AxionPhotonConversion.REFERENCE_COUPLING_PER_GEV,
                                    energyKeV,
                                    star.polarFieldGauss());
        }
        return sum / thetasRad.length;
    }
}
