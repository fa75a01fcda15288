package org.axionwatch.physics.stellar;

import org.axionwatch.physics.ArgumentChecks;

/**
 * Axions from two thermal photons (arXiv:2412.03660, equation S3). The plasma frequency is neglected, so the mass
 * must be well above twice it, a few keV in stars.
 *
 * @param temperatureKeV temperature, keV
 * @param axionMassKeV axion mass, keV, above 0
 * @param couplingPerGeV g_agamma, GeV^-1
 */
public record CoalescenceProduction(double temperatureKeV, double axionMassKeV, double couplingPerGeV)
        implements AxionProcess {

    public CoalescenceProduction {
        ArgumentChecks.positive("temperature", temperatureKeV);
        ArgumentChecks.positive("axion mass", axionMassKeV);
        ArgumentChecks.notNegative("coupling", couplingPerGeV);
    }

    @Override
    public double thresholdKeV() {
        return axionMassKeV;
    }

    @Override
    public double spectrum(double energyKeV) {
        double square = (energyKeV - axionMassKeV) * (energyKeV + axionMassKeV);
        if (!(square >= 0 && energyKeV <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("energy " + energyKeV + " keV is below the axion mass");
        }
        double sum = energyKeV + Math.sqrt(square);
        double difference = axionMassKeV * axionMassKeV / sum;
        double coupling = couplingPerGeV * NaturalUnits.PER_KEV_IN_PER_GEV;
        double boseLogarithm = logSinh(sum / (4 * temperatureKeV)) - logSinh(difference / (4 * temperatureKeV));
        return coupling
                * coupling
                * temperatureKeV
                * Math.pow(axionMassKeV, 4)
                / (64 * Math.pow(Math.PI, 3))
                / Math.expm1(energyKeV / temperatureKeV)
                * boseLogarithm
                * NaturalUnits.SPECTRUM_PER_KEV3;
    }

    private static double logSinh(double x) {
        return x + Math.log(-Math.expm1(-2 * x)) - Math.log(2);
    }
}
