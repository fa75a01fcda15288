package org.axionwatch.physics.stellar;

import org.axionwatch.physics.ArgumentChecks;

/**
 * Axions from thermal photons in the Coulomb field of ions and electrons (arXiv:2412.03660, equations S1 and S2;
 * Raffelt 1986). The photon phase space is E^2 as printed; k E would be 0.1 % different at 15 keV.
 *
 * @param temperatureKeV temperature, keV
 * @param screeningKeV2 kappa^2, keV^2
 * @param plasmaFrequencyKeV2 squared plasma frequency, keV^2; 0 to neglect it
 * @param axionMassKeV axion mass, keV
 * @param couplingPerGeV g_agamma, GeV^-1
 */
public record PrimakoffProduction(
        double temperatureKeV,
        double screeningKeV2,
        double plasmaFrequencyKeV2,
        double axionMassKeV,
        double couplingPerGeV)
        implements AxionProcess {

    public PrimakoffProduction {
        ArgumentChecks.positive("temperature", temperatureKeV);
        ArgumentChecks.positive("kappa^2", screeningKeV2);
        ArgumentChecks.notNegative("squared plasma frequency", plasmaFrequencyKeV2);
        ArgumentChecks.notNegative("axion mass", axionMassKeV);
        ArgumentChecks.notNegative("coupling", couplingPerGeV);
    }

    @Override
    public double thresholdKeV() {
        return Math.max(axionMassKeV, Math.sqrt(plasmaFrequencyKeV2));
    }

    /** Conversion rate of one photon into an axion, Gamma_P, s^-1. */
    public double ratePerSecond(double energyKeV) {
        double coupling = couplingPerGeV * NaturalUnits.PER_KEV_IN_PER_GEV;
        double kernel = PrimakoffKernel.value(energyKeV, axionMassKeV, plasmaFrequencyKeV2, screeningKeV2);
        double momentumOverEnergy = Math.sqrt((1 - axionMassKeV / energyKeV) * (1 + axionMassKeV / energyKeV));
        double rateKeV =
                coupling * coupling * temperatureKeV * screeningKeV2 / (32 * Math.PI) * momentumOverEnergy * kernel;
        return rateKeV / NaturalUnits.HBAR_KEV_S;
    }

    @Override
    public double spectrum(double energyKeV) {
        double photons = energyKeV * energyKeV / (Math.PI * Math.PI) / Math.expm1(energyKeV / temperatureKeV);
        return ratePerSecond(energyKeV) * NaturalUnits.HBAR_KEV_S * photons * NaturalUnits.SPECTRUM_PER_KEV3;
    }
}
