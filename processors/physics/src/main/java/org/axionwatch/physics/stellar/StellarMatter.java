package org.axionwatch.physics.stellar;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.axionwatch.physics.ArgumentChecks;
import org.axionwatch.physics.PhysicalConstants;

/**
 * Fully ionised stellar matter, non-degenerate.
 *
 * @param densityGramsPerCm3 density, g cm^-3
 * @param massFractions mass fraction of each nuclide, each at least 0, adding up to 1 within 1e-3
 */
public record StellarMatter(double densityGramsPerCm3, Map<Nuclide, Double> massFractions) {

    private static final double SUM_TOLERANCE = 1e-3;
    private static final double HBAR_C_KEV_CM = PhysicalConstants.HBAR_C_EV_M * 0.1;

    public StellarMatter {
        ArgumentChecks.positive("density", densityGramsPerCm3);
        massFractions = Map.copyOf(massFractions);
        double sum = 0;
        for (Map.Entry<Nuclide, Double> part : massFractions.entrySet()) {
            sum += ArgumentChecks.notNegative("mass fraction of " + part.getKey(), part.getValue());
        }
        if (Math.abs(sum - 1) > SUM_TOLERANCE) {
            throw new IllegalArgumentException("mass fractions must add up to 1, not " + sum);
        }
    }

    /** The same matter at another density, g cm^-3. */
    public StellarMatter atDensity(double densityGramsPerCm3) {
        return new StellarMatter(densityGramsPerCm3, massFractions);
    }

    /** Sum of Z^2 n over ions and electrons, cm^-3. */
    public double chargeSquaredDensityPerCm3() {
        return densityPerCm3(nuclide -> nuclide.charge() * (nuclide.charge() + 1));
    }

    /** Electrons, cm^-3. */
    public double electronDensityPerCm3() {
        return densityPerCm3(Nuclide::charge);
    }

    /** Ions and electrons, cm^-3. */
    public double particleDensityPerCm3() {
        return densityPerCm3(nuclide -> 1 + nuclide.charge());
    }

    /** Debye screening scale kappa^2 = 4 pi alpha sum Z^2 n/T over ions and electrons, keV^2, at a temperature in keV. */
    public double screeningKeV2(double temperatureKeV) {
        ArgumentChecks.positive("temperature", temperatureKeV);
        return coulombKeV3(chargeSquaredDensityPerCm3()) / temperatureKeV;
    }

    /** Squared plasma frequency of the electrons, 4 pi alpha n_e/m_e, keV^2. */
    public double plasmaFrequencyKeV2() {
        return coulombKeV3(electronDensityPerCm3()) / PhysicalConstants.ELECTRON_MASS_KEV;
    }

    private static double coulombKeV3(double densityPerCm3) {
        return 4 * Math.PI * PhysicalConstants.FINE_STRUCTURE * densityPerCm3 * Math.pow(HBAR_C_KEV_CM, 3);
    }

    private double densityPerCm3(ToDoubleFunction<Nuclide> perIon) {
        double perAtomicMass = 0;
        for (Map.Entry<Nuclide, Double> part : massFractions.entrySet()) {
            perAtomicMass += part.getValue()
                    * perIon.applyAsDouble(part.getKey())
                    / part.getKey().atomicMass();
        }
        return densityGramsPerCm3 / PhysicalConstants.ATOMIC_MASS_UNIT_G * perAtomicMass;
    }
}
