package org.axionwatch.physics.xray;

import org.axionwatch.physics.PhysicalConstants;

/**
 * Axion emissivity of degenerate nucleon matter by bremsstrahlung, one-pion exchange, normal (not superfluid) nucleons
 * (Iwamoto 1984; Brinkmann and Turner 1988).
 *
 * @param temperatureK local temperature, K
 * @param effectiveMass Landau effective mass over bare mass
 */
public record NucleonBremsstrahlung(double temperatureK, double effectiveMass) {

    private static final double PION_MASS_GEV = 0.13957039;

    public NucleonBremsstrahlung {
        MagnificentSeven.requirePositive("temperature", temperatureK);
        MagnificentSeven.requirePositive("effective mass", effectiveMass);
    }

    /**
     * n n -&gt; n n a, or p p -&gt; p p a.
     *
     * @param coupling g_ann or g_app, dimensionless
     * @param fermiMomentumGeV Fermi momentum, GeV
     * @return erg cm^-3 s^-1
     * @throws XrayModelException BAD_VALUE
     */
    public double likeNucleons(double coupling, double fermiMomentumGeV) {
        MagnificentSeven.requirePositive("Fermi momentum", fermiMomentumGeV);
        double x = PION_MASS_GEV / (2 * fermiMomentumGeV);
        return 31 / (3780 * Math.PI) * scale(fermiMomentumGeV) * coupling * coupling * pionFactor(x);
    }

    /**
     * n p -&gt; n p a.
     *
     * @param neutronCoupling g_ann, dimensionless
     * @param protonCoupling g_app, dimensionless
     * @param neutronFermiMomentumGeV neutron Fermi momentum, GeV
     * @param protonFermiMomentumGeV proton Fermi momentum, GeV
     * @return erg cm^-3 s^-1
     * @throws XrayModelException BAD_VALUE
     */
    public double neutronProton(
            double neutronCoupling,
            double protonCoupling,
            double neutronFermiMomentumGeV,
            double protonFermiMomentumGeV) {
        MagnificentSeven.requirePositive("neutron Fermi momentum", neutronFermiMomentumGeV);
        MagnificentSeven.requirePositive("proton Fermi momentum", protonFermiMomentumGeV);
        double x = PION_MASS_GEV / (2 * neutronFermiMomentumGeV);
        double y = PION_MASS_GEV / (2 * protonFermiMomentumGeV);
        double first = pionFactor(y) / 2 + 1 - y * Math.atan(1 / y);
        double near = pionFactor(2 * x * y / (x + y));
        double far = x == y ? 0 : pionFactor(2 * x * y / (y - x));
        double bracket = near + far + y / x * (near - far);
        double sum = protonCoupling + neutronCoupling;
        double difference = protonCoupling - neutronCoupling;
        return 31
                / (5670 * Math.PI)
                * scale(protonFermiMomentumGeV)
                * ((first + bracket) * sum * sum + (first + bracket / 2) * difference * difference);
    }

    /** (m*)^2 p_F T^6/m_pi^4 in erg cm^-3 s^-1. */
    private double scale(double fermiMomentumGeV) {
        double temperatureGeV = temperatureK / PhysicalConstants.KELVIN_PER_KEV * 1e-6;
        return effectiveMass
                * effectiveMass
                * fermiMomentumGeV
                * Math.pow(temperatureGeV, 6)
                / Math.pow(PION_MASS_GEV, 4)
                * PhysicalConstants.GEV5_ERG_PER_CM3_S;
    }

    /** F(x) = 1 - (3/2) x atan(1/x) + x^2/(2 (1 + x^2)), even in x; vanishes at infinity. */
    private static double pionFactor(double x) {
        double square = x * x;
        return 1 - 1.5 * x * Math.atan(1 / x) + square / (2 * (1 + square));
    }
}
