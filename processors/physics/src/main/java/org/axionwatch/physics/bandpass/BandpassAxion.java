package org.axionwatch.physics.bandpass;

import org.apache.commons.math3.complex.Complex;
import org.axionwatch.physics.ArgumentChecks;

/**
 * An axion whose photon coupling runs through two millicharged fermions and a dark photon (arXiv:2605.30416).
 *
 * @param lightFermionMassEv m_psi, eV
 * @param heavyFermionMassEv m_chi, eV, above m_psi
 */
public record BandpassAxion(double lightFermionMassEv, double heavyFermionMassEv) {

    public BandpassAxion {
        ArgumentChecks.positive("light fermion mass", lightFermionMassEv);
        ArgumentChecks.positive("heavy fermion mass", heavyFermionMassEv);
        if (!(heavyFermionMassEv > lightFermionMassEv)) {
            throw new IllegalArgumentException("heavy fermion mass must be above the light one, not "
                    + heavyFermionMassEv + " with " + lightFermionMassEv);
        }
    }

    /**
     * Form factor F = f_psi - f_chi of the axion-photon vertex. It tends to 1 between the two masses and to 0 below
     * and above; a timelike invariant at a threshold 2m gives |F| above 1.
     *
     * @param photonInvariantEv2 p^2 of the first photon, eV^2, any sign
     * @param otherPhotonInvariantEv2 p^2 of the second photon, eV^2
     * @param axionInvariantEv2 p^2 of the axion, eV^2
     * @throws IllegalArgumentException where an invariant is not finite or the vertex diverges
     */
    public Complex formFactor(double photonInvariantEv2, double otherPhotonInvariantEv2, double axionInvariantEv2) {
        return departure(lightFermionMassEv, photonInvariantEv2, otherPhotonInvariantEv2, axionInvariantEv2)
                .subtract(
                        departure(heavyFermionMassEv, photonInvariantEv2, otherPhotonInvariantEv2, axionInvariantEv2));
    }

    /** {@link #formFactor} of one timelike momentum p, eV, with p^2 &gt; 0; the two other invariants are 0. */
    public Complex timelikeFormFactor(double momentumEv) {
        return formFactor(0, 0, momentumEv * momentumEv);
    }

    /** {@link #formFactor} of one spacelike momentum p, eV, with the invariant -p^2; the two others are 0. */
    public Complex spacelikeFormFactor(double momentumEv) {
        return formFactor(0, 0, -momentumEv * momentumEv);
    }

    /**
     * Factor (epsilon_eff/epsilon)^2 |F| by which the coupling is suppressed where axions convert in a field; a limit
     * on g from conversion alone is a limit on g times this.
     *
     * @param region where they convert
     * @param axionMassEv m_a, eV, at least 0
     * @param darkPhotonMassEv m_D, eV, above 0
     * @throws IllegalArgumentException where a mass is out of range, or the photon is on resonance with the dark photon
     */
    public double suppression(ConversionRegion region, double axionMassEv, double darkPhotonMassEv) {
        ArgumentChecks.notNegative("axion mass", axionMassEv);
        double ratio = Millicharge.effectiveRatio(region.photonMassSquaredEv2(), darkPhotonMassEv);
        double axionInvariantEv2 = axionMassEv * axionMassEv;
        double transferEv = region.momentumTransferEv(axionMassEv);
        Complex vertex = formFactor(region.photonMassSquaredEv2(), -transferEv * transferEv, axionInvariantEv2);
        return ratio * ratio * vertex.abs();
    }

    private static Complex departure(double massEv, double first, double second, double axion) {
        double scale = 1 / (4 * massEv * massEv);
        return TriangleFunction.departure(first * scale, second * scale, axion * scale);
    }
}
