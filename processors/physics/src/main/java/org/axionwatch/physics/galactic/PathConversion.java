package org.axionwatch.physics.galactic;

import java.util.List;
import org.apache.commons.math3.analysis.function.Sinc;
import org.apache.commons.math3.complex.Complex;
import org.axionwatch.physics.ArgumentChecks;
import org.axionwatch.physics.PhysicalConstants;

/**
 * Probability that an axion turns into a photon on its way to Earth, to first order in the coupling:
 * p = sum over the two transverse components of |int ds (g B_i/2) exp(i int_0^s k ds')|^2 with
 * k = (omega_pl^2 - m^2)/2E, resonant at m = omega_pl (arXiv:2008.03305; Raffelt and Stodolsky 1988). The phase is
 * integrated exactly inside every cell. Not cut off at 1.
 *
 * @param energyKeV axion energy, keV
 * @param axionMassEv m_a, eV, at least 0
 * @param couplingPerGeV g_agamma, GeV^-1, at least 0
 */
public record PathConversion(double energyKeV, double axionMassEv, double couplingPerGeV) {

    private static final double KPC_PER_EV = PhysicalConstants.PARSEC_M * 1e3 / PhysicalConstants.HBAR_C_EV_M;
    private static final double MICROGAUSS_EV2 = PhysicalConstants.GAUSS_EV2 * 1e-6;
    private static final double PER_GEV_IN_PER_EV = 1e-9;
    private static final Sinc SINC = new Sinc();

    public PathConversion {
        ArgumentChecks.positive("energy", energyKeV);
        ArgumentChecks.notNegative("axion mass", axionMassEv);
        ArgumentChecks.notNegative("coupling", couplingPerGeV);
    }

    /** Probability along cells ordered from the source to Earth. */
    public double probability(List<PathCell> cells) {
        Complex first = Complex.ZERO;
        Complex second = Complex.ZERO;
        double phase = 0;
        for (PathCell cell : cells) {
            double lengthPerEv = cell.lengthKpc() * KPC_PER_EV;
            double advance = wavenumberEv(cell) * lengthPerEv;
            double size = lengthPerEv * SINC.value(advance / 2);
            Complex turned = new Complex(size * Math.cos(phase + advance / 2), size * Math.sin(phase + advance / 2));
            first = first.add(turned.multiply(mixingEv(cell.firstFieldMicrogauss())));
            second = second.add(turned.multiply(mixingEv(cell.secondFieldMicrogauss())));
            phase += advance;
        }
        return square(first) + square(second);
    }

    private double wavenumberEv(PathCell cell) {
        double plasmaEv = PlasmaFrequency.electronVolts(cell.electronDensityPerCm3());
        return (plasmaEv - axionMassEv) * (plasmaEv + axionMassEv) / (2 * energyKeV * 1e3);
    }

    private double mixingEv(double fieldMicrogauss) {
        return couplingPerGeV * PER_GEV_IN_PER_EV * fieldMicrogauss * MICROGAUSS_EV2 / 2;
    }

    private static double square(Complex amplitude) {
        return amplitude.multiply(amplitude.conjugate()).getReal();
    }
}
