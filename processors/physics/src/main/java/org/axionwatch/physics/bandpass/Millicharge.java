package org.axionwatch.physics.bandpass;

import org.axionwatch.physics.ArgumentChecks;
import org.axionwatch.physics.PhysicalConstants;

/** Electric charge epsilon e that kinetic mixing with a dark photon gives the fermions of a bandpass axion. */
public final class Millicharge {

    private static final double LARGEST_MIXING_TIMES_MASS_EV = 1.5e-12;
    private static final double PER_EV_IN_PER_GEV = 1e9;

    private Millicharge() {}

    /**
     * Effective over vacuum millicharge, m_D^2/(m_gamma^2 - m_D^2), signed; -1 in vacuum (equation 3).
     *
     * @param photonMassSquaredEv2 squared effective photon mass, eV^2; negative in a gas
     * @param darkPhotonMassEv m_D, eV
     * @throws IllegalArgumentException where the two masses are equal: the ratio diverges
     */
    public static double effectiveRatio(double photonMassSquaredEv2, double darkPhotonMassEv) {
        ArgumentChecks.finite("squared photon mass", photonMassSquaredEv2);
        ArgumentChecks.positive("dark photon mass", darkPhotonMassEv);
        double darkPhotonSquared = darkPhotonMassEv * darkPhotonMassEv;
        if (photonMassSquaredEv2 == darkPhotonSquared) {
            throw new IllegalArgumentException(
                    "the photon is on resonance with the dark photon of " + darkPhotonMassEv);
        }
        return darkPhotonSquared / (photonMassSquaredEv2 - darkPhotonSquared);
    }

    /** {@link #effectiveRatio} for a photon of effective mass m_gamma in a plasma, eV. */
    public static double effectiveRatioInPlasma(double photonMassEv, double darkPhotonMassEv) {
        ArgumentChecks.notNegative("photon mass", photonMassEv);
        return effectiveRatio(photonMassEv * photonMassEv, darkPhotonMassEv);
    }

    /** Largest kinetic mixing allowed at a dark-photon mass in eV, 1.5e-12 eV/m_D; equation 6. */
    public static double largestMixing(double darkPhotonMassEv) {
        return LARGEST_MIXING_TIMES_MASS_EV / ArgumentChecks.positive("dark photon mass", darkPhotonMassEv);
    }

    /**
     * Largest axion-photon coupling of a mixing, (alpha/pi) epsilon^2/m_chi with f_a = m_chi; equation 8.
     *
     * @param mixing epsilon, at least 0
     * @param heavyFermionMassEv m_chi, eV
     * @return GeV^-1
     */
    public static double largestCouplingPerGeV(double mixing, double heavyFermionMassEv) {
        ArgumentChecks.notNegative("mixing", mixing);
        ArgumentChecks.positive("heavy fermion mass", heavyFermionMassEv);
        return PhysicalConstants.FINE_STRUCTURE / Math.PI * mixing * mixing / heavyFermionMassEv * PER_EV_IN_PER_GEV;
    }
}
