package org.axionwatch.physics.decay;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;
import org.axionwatch.physics.ArgumentChecks;

/**
 * Axions of one mass with a spectrum that is costly to compute: kept as a spline of ln(dN/dE / p) against
 * sqrt(E - m), p the momentum, which is smooth down to the threshold. Immutable.
 */
public final class TabulatedEmission implements AxionEmission {

    private static final double FIRST_STEP = 1e-3;
    private static final double FLOOR = 1e-290;

    private final double axionMassKeV;
    private final double highestEnergyKeV;
    private final double distanceMpc;
    private final double factor;
    private final PolynomialSplineFunction logarithm;

    /**
     * @param axionMassKeV m_a, keV
     * @param highestEnergyKeV end of the table, keV; nothing is emitted above
     * @param points points of the table, at least 3
     * @param distanceMpc distance from Earth, Mpc
     * @param spectrum dN/dE at an axion energy in keV, keV^-1 s^-1
     */
    public TabulatedEmission(
            double axionMassKeV,
            double highestEnergyKeV,
            int points,
            double distanceMpc,
            DoubleUnaryOperator spectrum) {
        ArgumentChecks.positive("axion mass", axionMassKeV);
        ArgumentChecks.positive("energies above the axion mass", highestEnergyKeV - axionMassKeV);
        this.axionMassKeV = axionMassKeV;
        this.highestEnergyKeV = highestEnergyKeV;
        this.distanceMpc = ArgumentChecks.positive("distance", distanceMpc);
        this.factor = 1;
        double[] roots = new double[points];
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            roots[i] = FIRST_STEP + (Math.sqrt(highestEnergyKeV - axionMassKeV) - FIRST_STEP) * i / (points - 1);
            double energyKeV = axionMassKeV + roots[i] * roots[i];
            values[i] = Math.log(Math.max(FLOOR, spectrum.applyAsDouble(energyKeV) / momentum(energyKeV)));
        }
        this.logarithm = new SplineInterpolator().interpolate(roots, values);
    }

    private TabulatedEmission(TabulatedEmission other, double factor) {
        this.axionMassKeV = other.axionMassKeV;
        this.highestEnergyKeV = other.highestEnergyKeV;
        this.distanceMpc = other.distanceMpc;
        this.logarithm = other.logarithm;
        this.factor = factor * other.factor;
    }

    /** The same spectrum times a factor of at least 0. */
    public TabulatedEmission times(double factor) {
        return new TabulatedEmission(this, ArgumentChecks.notNegative("factor", factor));
    }

    @Override
    public double spectrum(double axionEnergyKeV) {
        if (!(axionEnergyKeV > axionMassKeV && axionEnergyKeV < highestEnergyKeV)) {
            return 0;
        }
        double root = Math.max(FIRST_STEP, Math.sqrt(axionEnergyKeV - axionMassKeV));
        return factor * momentum(axionEnergyKeV) * Math.exp(logarithm.value(root));
    }

    @Override
    public double distanceMpc() {
        return distanceMpc;
    }

    @Override
    public double highestEnergyKeV() {
        return highestEnergyKeV;
    }

    private double momentum(double energyKeV) {
        return Math.sqrt((energyKeV - axionMassKeV) * (energyKeV + axionMassKeV));
    }
}
