package org.axionwatch.physics.xray;

import org.apache.commons.math3.complex.Complex;
import org.axionwatch.physics.PhysicalConstants;
import org.axionwatch.physics.xray.XrayModelException.Reason;

/**
 * Conversion of an axion of any mass in the dipole field of a neutron star, to first order in the coupling:
 * P = |int_R^inf Delta_B exp(i Phi) dr|^2 with Delta_B = g B/2 (R/r)^3 and Phi' = Delta_EH (R/r)^6 + m^2/2 omega, where
 * B = (B0/2) sin theta at the surface (supplement of PRL 126, 021102; Fortin and Sinha 2018).
 *
 * <p>The real integrand turns up to 1e8 times. With x = r/R it is integrated along the ray arg x = pi/6, through the
 * saddle point, where it does not oscillate; the part below the surface is taken off by its end-point expansion. That
 * needs a surface phase of at least {@value #SMALLEST_SURFACE_PHASE}, true for fields above 1e11 G at keV energies.
 *
 * <p>From about 2.5e-4 eV on, where P is below 1e-9 of its massless value, the two parts come to similar size and their
 * relative phase needs the field to one part in 1e9: only the order of magnitude is physical there.
 *
 * @param radiusKm radius of the star, km
 * @param thetaRad polar angle from the magnetic axis, rad; sin theta must not vanish
 */
public record MassiveAxionConversion(double radiusKm, double thetaRad) {

    private static final double SMALLEST_SURFACE_PHASE = 1e3;
    private static final double LOWEST_LOG_RADIUS = -3;
    private static final double HIGHEST_LOG_RADIUS = 21;
    private static final double COARSEST_STEP = 0.02;
    private static final double NEGLIGIBLE_ACTION = 3000;
    private static final Complex RAY = new Complex(Math.cos(Math.PI / 6), Math.sin(Math.PI / 6));

    public MassiveAxionConversion {
        MagnificentSeven.requirePositive("radius", radiusKm);
        MagnificentSeven.requirePositive("|sin theta|", Math.abs(Math.sin(thetaRad)));
    }

    /**
     * Conversion probability, not cut off at 1.
     *
     * @param couplingPerGeV g_agamma, GeV^-1, above 0
     * @param energyKeV axion energy at infinity, keV, above 0
     * @param polarFieldGauss field at the magnetic pole, G, above 0
     * @param axionMassEv axion mass, eV, at least 0
     * @throws XrayModelException BAD_VALUE, also where the field is too weak for the expansion
     */
    public double probability(double couplingPerGeV, double energyKeV, double polarFieldGauss, double axionMassEv) {
        MagnificentSeven.requirePositive("coupling", couplingPerGeV);
        MagnificentSeven.requirePositive("energy", energyKeV);
        MagnificentSeven.requirePositive("polar field", polarFieldGauss);
        if (!(axionMassEv >= 0 && axionMassEv <= Double.MAX_VALUE)) {
            throw new XrayModelException(Reason.BAD_VALUE, "axion mass is " + axionMassEv);
        }
        double fieldGauss = polarFieldGauss / 2 * Math.abs(Math.sin(thetaRad));
        double radiusPerEv = radiusKm * 1e3 / PhysicalConstants.HBAR_C_EV_M;
        double energyEv = energyKeV * 1e3;
        double mixing = couplingPerGeV * 1e-9 * fieldGauss * PhysicalConstants.GAUSS_EV2 / 2 * radiusPerEv;
        double fieldRatio = fieldGauss / PhysicalConstants.CRITICAL_FIELD_G;
        double vacuum = 7
                * PhysicalConstants.FINE_STRUCTURE
                / (90 * Math.PI)
                * energyEv
                * fieldRatio
                * fieldRatio
                * radiusPerEv;
        double mass = axionMassEv * axionMassEv / (2 * energyEv) * radiusPerEv;
        if (!(vacuum >= SMALLEST_SURFACE_PHASE)) {
            throw new XrayModelException(
                    Reason.BAD_VALUE, "surface phase " + vacuum + " is below " + SMALLEST_SURFACE_PHASE);
        }
        double amplitude = mixing * phaseIntegral(vacuum, mass).abs();
        return amplitude * amplitude;
    }

    /**
     * Factor by which the axion mass lowers the converted energy in a band: the mean of P(m) over that of P(0),
     * weighted with the bremsstrahlung spectrum.
     *
     * @param star whose field is used
     * @param axionMassEv axion mass, eV, at least 0
     * @param temperatureKeV core temperature at infinity, keV
     * @param lowKeV lower end of the band, keV, above 0
     * @param highKeV upper end, keV
     * @throws XrayModelException BAD_VALUE
     */
    public double bandSuppression(
            NeutronStar star, double axionMassEv, double temperatureKeV, double lowKeV, double highKeV) {
        MagnificentSeven.requirePositive("lower end of the band", lowKeV);
        double[] converted = new double[2];
        double[] masses = {axionMassEv, 0};
        for (int i = 0; i < masses.length; i++) {
            double massEv = masses[i];
            converted[i] = BremsstrahlungSpectrum.weightedBand(
                    energyKeV -> probability(
                            AxionPhotonConversion.REFERENCE_COUPLING_PER_GEV,
                            energyKeV,
                            star.polarFieldGauss(),
                            massEv),
                    temperatureKeV,
                    lowKeV,
                    highKeV);
        }
        return converted[0] / converted[1];
    }

    /** int_1^inf x^-3 exp(i (mass x - vacuum x^-5/5)) dx. */
    private static Complex phaseIntegral(double vacuum, double mass) {
        double action = mass > 0 ? Math.pow(vacuum, 1.0 / 6) * Math.pow(mass, 5.0 / 6) : 0;
        Complex below = belowSurface(vacuum, mass);
        return action > NEGLIGIBLE_ACTION
                ? below.negate()
                : alongRay(vacuum, mass, action).subtract(below);
    }

    private static Complex alongRay(double vacuum, double mass, double action) {
        double centre = Math.pow(vacuum, 0.2);
        if (mass > 0) {
            centre = Math.min(centre, Math.pow(vacuum / mass, 1.0 / 6));
        }
        double step = COARSEST_STEP / Math.sqrt(1 + action / 10);
        int points = (int) Math.ceil((HIGHEST_LOG_RADIUS - LOWEST_LOG_RADIUS) / step);
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i <= points; i++) {
            double radius = centre * Math.exp(LOWEST_LOG_RADIUS + i * step);
            double total = vacuum * Math.pow(radius, -5) / 5 + mass * radius;
            double size = Math.exp(-total * RAY.getImaginary()) / (radius * radius);
            double phase = total * RAY.getReal();
            real += size * Math.cos(phase);
            imaginary += size * Math.sin(phase);
        }
        return new Complex(real * step, imaginary * step).divide(RAY.multiply(RAY));
    }

    /** End-point expansion of the integral from 0 to the surface, two terms in 1/Phi'. */
    private static Complex belowSurface(double vacuum, double mass) {
        double slope = vacuum + mass;
        double curvature = -6 * vacuum;
        double phase = mass - vacuum / 5;
        Complex direction = new Complex(Math.cos(phase), Math.sin(phase));
        double second = (-3 * slope - curvature) / (slope * slope * slope);
        return direction.multiply(new Complex(second, -1 / slope));
    }
}
