package org.axionwatch.physics.decay;

import org.axionwatch.physics.ArgumentChecks;

/**
 * Decay a -&gt; gamma gamma seen in the laboratory (arXiv:2412.03660, equation 3).
 *
 * @param photonEnergyKeV energy of the observed photon, keV
 * @param axionMassKeV m_a, keV
 */
public record DecayKinematics(double photonEnergyKeV, double axionMassKeV) {

    public DecayKinematics {
        ArgumentChecks.positive("photon energy", photonEnergyKeV);
        ArgumentChecks.positive("axion mass", axionMassKeV);
    }

    /** Least energy of an axion that can give the photon, E_gamma + m^2/(4 E_gamma), keV. */
    public double leastAxionEnergyKeV() {
        return photonEnergyKeV + axionMassKeV * axionMassKeV / (4 * photonEnergyKeV);
    }

    /** Momentum of an axion of an energy in keV, keV; 0 below the mass. */
    public double momentumKeV(double axionEnergyKeV) {
        return Math.sqrt(Math.max(0, (axionEnergyKeV - axionMassKeV) * (axionEnergyKeV + axionMassKeV)));
    }

    /**
     * Cosine of the angle between axion and photon, (2 E_a E_gamma - m^2)/(2 p E_gamma).
     *
     * @throws IllegalArgumentException where the axion energy is below the least
     */
    public double cosine(double axionEnergyKeV) {
        double excess = excess(axionEnergyKeV);
        double energyKeV = leastAxionEnergyKeV() + excess;
        double numerator = 2 * energyKeV * photonEnergyKeV - axionMassKeV * axionMassKeV;
        return numerator / (2 * momentumKeV(energyKeV) * photonEnergyKeV);
    }

    /**
     * Sine of that angle, m sqrt((E_a - E_min)/E_gamma)/p, exact and without cancellation.
     *
     * @throws IllegalArgumentException where the axion energy is below the least
     */
    public double sine(double axionEnergyKeV) {
        return axionMassKeV * Math.sqrt(excess(axionEnergyKeV) / photonEnergyKeV) / momentumKeV(axionEnergyKeV);
    }

    private double excess(double axionEnergyKeV) {
        double excess = axionEnergyKeV - leastAxionEnergyKeV();
        if (!(excess >= 0 && axionEnergyKeV > axionMassKeV && axionEnergyKeV <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("an axion of " + axionEnergyKeV + " keV gives no photon of "
                    + photonEnergyKeV + " keV, it needs " + leastAxionEnergyKeV());
        }
        return excess;
    }
}
