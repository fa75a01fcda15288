package org.axionwatch.physics.xray;

import org.apache.commons.math3.special.Gamma;
import org.axionwatch.physics.PhysicalConstants;
import org.axionwatch.physics.xray.XrayModelException.Reason;

/**
 * Probability that a light axion turns into a photon in the dipole field of a neutron star, where vacuum
 * birefringence (Euler-Heisenberg) limits the conversion: equation 1 of PRL 126, 021102, valid for masses well below
 * (omega/R)^(1/2), 1 % off at 4e-6 eV and 10 % at 1.4e-5 eV for J1856.
 *
 * @param radiusKm radius of the star, km
 * @param alignment |sin theta|^(2/5), theta the polar angle from the magnetic axis; 0 to 1
 * @param coefficient which coefficient
 */
public record AxionPhotonConversion(double radiusKm, double alignment, Coefficient coefficient) {

    /** Coupling at which the coefficient is quoted, GeV^-1. */
    public static final double REFERENCE_COUPLING_PER_GEV = 1e-11;

    private static final double REFERENCE_FIELD_GAUSS = 1e13;
    private static final double REFERENCE_RADIUS_KM = 10;

    /** Probability at 1 keV, 1e-11 GeV^-1, 1e13 G, 10 km and theta = pi/2. */
    public enum Coefficient {
        /** 1.5e-4 as printed in the paper. */
        PAPER(1.5e-4),
        /** Evaluated from the closed form of the adiabatic integral, 1.529e-4. */
        EXACT(closedForm());

        private final double value;

        Coefficient(double value) {
            this.value = value;
        }

        public double value() {
            return value;
        }
    }

    public AxionPhotonConversion {
        MagnificentSeven.requirePositive("radius", radiusKm);
        if (!(alignment >= 0 && alignment <= 1)) {
            throw new XrayModelException(Reason.BAD_VALUE, "|sin theta|^(2/5) is " + alignment);
        }
    }

    /** For a polar angle from the magnetic axis, rad. */
    public static AxionPhotonConversion atAngle(double radiusKm, double thetaRad, Coefficient coefficient) {
        return new AxionPhotonConversion(radiusKm, Math.pow(Math.abs(Math.sin(thetaRad)), 0.4), coefficient);
    }

    /**
     * Conversion probability. It is the weak-coupling form and not cut off at 1.
     *
     * @param couplingPerGeV g_agamma, GeV^-1, at least 0
     * @param energyKeV axion energy, keV, above 0
     * @param polarFieldGauss field at the magnetic pole, G, above 0
     * @throws XrayModelException BAD_VALUE
     */
    public double probability(double couplingPerGeV, double energyKeV, double polarFieldGauss) {
        MagnificentSeven.requirePositive("energy", energyKeV);
        MagnificentSeven.requirePositive("polar field", polarFieldGauss);
        if (!(couplingPerGeV >= 0 && couplingPerGeV <= Double.MAX_VALUE)) {
            throw new XrayModelException(Reason.BAD_VALUE, "coupling is " + couplingPerGeV);
        }
        double coupling = couplingPerGeV / REFERENCE_COUPLING_PER_GEV;
        return coefficient.value()
                * coupling
                * coupling
                * Math.pow(energyKeV, -0.8)
                * Math.pow(polarFieldGauss / REFERENCE_FIELD_GAUSS, 0.4)
                * Math.pow(radiusKm / REFERENCE_RADIUS_KM, 1.2)
                * alignment;
    }

    /**
     * P = (b R)^2/25 (5/(e R))^(4/5) Gamma(2/5)^2 with mixing b = g B/2 and birefringence e = 7 alpha/(90 pi) omega
     * (B/B_c)^2 at the surface, B = B0/2 the equatorial dipole field.
     */
    private static double closedForm() {
        double fieldGauss = REFERENCE_FIELD_GAUSS / 2;
        double radiusPerEv = REFERENCE_RADIUS_KM * 1e3 / PhysicalConstants.HBAR_C_EV_M;
        double mixing = REFERENCE_COUPLING_PER_GEV * 1e-9 * fieldGauss * PhysicalConstants.GAUSS_EV2 / 2;
        double fieldRatio = fieldGauss / PhysicalConstants.CRITICAL_FIELD_G;
        double birefringence = 7 * PhysicalConstants.FINE_STRUCTURE / (90 * Math.PI) * 1e3 * fieldRatio * fieldRatio;
        double amplitude = mixing * radiusPerEv / 5 * Gamma.gamma(0.4);
        return amplitude * amplitude * Math.pow(5 / (birefringence * radiusPerEv), 0.8);
    }
}
