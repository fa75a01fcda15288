package org.axionwatch.physics.xray;

import java.util.Arrays;

/**
 * What axions of a coupling and a mass make a source shine with: photons per energy bin and region before the telescope.
 * Implementations are immutable.
 */
public interface SignalModel {

    /** Name by which a source description asks for the model. */
    String name();

    /** The coupling, for example {@code g_agamma*g_ann}. */
    String couplingName();

    /** Unit of the coupling. */
    String couplingUnit();

    /** Power of the coupling that the signal goes as where axions are few and decay rarely. */
    double couplingPower();

    /** Number of regions. */
    int regions();

    /**
     * Photons at Earth.
     *
     * @param bins bins of true energy
     * @param coupling coupling in its unit, at least 0
     * @param axionMassEv m_a, eV, at least 0
     * @return photons cm^-2 s^-1, [bin][region]
     * @throws IllegalArgumentException where the coupling or mass is out of range
     */
    double[][] photonFluxes(EnergyBins bins, double coupling, double axionMassEv);

    /**
     * The template of a source at one mass as X-ray sources carry it.
     *
     * @param bins bins of true energy
     * @param referenceCoupling coupling at signal amplitude 1, above 0
     * @param axionMassEv m_a, eV, at least 0
     * @return photons cm^-2 s^-1, element bin x regions + region
     */
    default double[] template(EnergyBins bins, double referenceCoupling, double axionMassEv) {
        return Arrays.stream(photonFluxes(bins, referenceCoupling, axionMassEv))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    /**
     * Counts in a telescope whose response is the same for all regions.
     *
     * @param response effective area, redistribution and exposure on the bins
     * @param coupling coupling in its unit, at least 0
     * @param axionMassEv m_a, eV, at least 0
     * @return counts, [bin][region]
     */
    default double[][] counts(TelescopeResponse response, double coupling, double axionMassEv) {
        double[][] fluxes = photonFluxes(response.bins(), coupling, axionMassEv);
        double[][] counts = new double[fluxes.length][regions()];
        double[] spectrum = new double[fluxes.length];
        for (int region = 0; region < regions(); region++) {
            for (int bin = 0; bin < spectrum.length; bin++) {
                spectrum[bin] = fluxes[bin][region];
            }
            double[] folded = response.counts(spectrum);
            for (int bin = 0; bin < spectrum.length; bin++) {
                counts[bin][region] = folded[bin];
            }
        }
        return counts;
    }
}
