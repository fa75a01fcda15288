package org.axionwatch.physics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Constants of nature and unit conversions, each defined once. Base values are CODATA 2018 (exact in the 2019 SI
 * where marked so); the rest is derived from them here. Natural units are hbar = c = 1 with Heaviside-Lorentz
 * charges, e^2 = 4 pi alpha.
 */
public final class PhysicalConstants {

    /** Speed of light in vacuum, m s^-1; exact, 2019 SI. */
    public static final double SPEED_OF_LIGHT_M_PER_S = 299_792_458.0;

    /** Elementary charge, C, and so joules in one electronvolt; exact, 2019 SI. */
    public static final double ELEMENTARY_CHARGE_C = 1.602_176_634e-19;

    /** Planck constant, J s; exact, 2019 SI. */
    public static final double PLANCK_J_S = 6.626_070_15e-34;

    /** Boltzmann constant, J K^-1; exact, 2019 SI. */
    public static final double BOLTZMANN_J_PER_K = 1.380_649e-23;

    /** Vacuum magnetic permeability, N A^-2; CODATA 2018. */
    public static final double VACUUM_PERMEABILITY_N_PER_A2 = 1.256_637_062_12e-6;

    /** Fine-structure constant; CODATA 2018. */
    public static final double FINE_STRUCTURE = 7.297_352_569_3e-3;

    /** Electron mass, kg; CODATA 2018. */
    public static final double ELECTRON_MASS_KG = 9.109_383_701_5e-31;

    /** Electron rest energy, keV; CODATA 2018. */
    public static final double ELECTRON_MASS_KEV = 510.998_95;

    /** Classical electron radius, m; CODATA 2018. */
    public static final double CLASSICAL_ELECTRON_RADIUS_M = 2.817_940_326_2e-15;

    /** Atomic mass unit, g; CODATA 2018. */
    public static final double ATOMIC_MASS_UNIT_G = 1.660_539_066_60e-24;

    /** Parsec, m; IAU 2015 resolution B2, 648000/pi astronomical units. */
    public static final double PARSEC_M = 3.085_677_581_491_367_3e16;

    /** Astronomical unit, m; exact, IAU 2012 resolution B2. */
    public static final double ASTRONOMICAL_UNIT_M = 149_597_870_700.0;

    /** Newtonian constant of gravitation, m^3 kg^-1 s^-2; CODATA 2018. */
    public static final double GRAVITATION_M3_PER_KG_S2 = 6.674_30e-11;

    /** Nominal solar radius, m; exact, IAU 2015 resolution B3. */
    public static final double SOLAR_RADIUS_M = 6.957e8;

    /** Solar mass, kg; nominal GM of IAU 2015 resolution B3 over the CODATA 2018 constant of gravitation. */
    public static final double SOLAR_MASS_KG = 1.327_124_4e20 / GRAVITATION_M3_PER_KG_S2;

    /** Planck constant, eV s; h/e. */
    public static final double PLANCK_EV_S = PLANCK_J_S / ELEMENTARY_CHARGE_C;

    /** Reduced Planck constant, eV s; h/(2 pi e). */
    public static final double HBAR_EV_S = PLANCK_EV_S / (2 * Math.PI);

    /** hbar c, eV m. */
    public static final double HBAR_C_EV_M = HBAR_EV_S * SPEED_OF_LIGHT_M_PER_S;

    /** One gauss in natural Heaviside-Lorentz units, eV^2; B^2/mu_0 as an energy density times (hbar c)^3. */
    public static final double GAUSS_EV2 = 1e-4
            * Math.sqrt(HBAR_C_EV_M * HBAR_C_EV_M * HBAR_C_EV_M / (VACUUM_PERMEABILITY_N_PER_A2 * ELEMENTARY_CHARGE_C));

    /** Schwinger critical magnetic field (m_e c^2)^2/(e hbar c^2), G; from the rest energy. */
    public static final double CRITICAL_FIELD_G =
            1e4 * (ELECTRON_MASS_KEV * 1e3) * (ELECTRON_MASS_KEV * 1e3) / (SPEED_OF_LIGHT_M_PER_S * HBAR_C_EV_M);

    /** One electronvolt in erg. */
    public static final double ERG_PER_EV = ELEMENTARY_CHARGE_C * 1e7;

    /** One GeV^5 as an emissivity, erg cm^-3 s^-1; E (E/hbar c)^3 E/hbar at E = 1 GeV. */
    public static final double GEV5_ERG_PER_CM3_S =
            1e9 * ERG_PER_EV * cube(1e9 / (HBAR_C_EV_M * 100)) * (1e9 / HBAR_EV_S);

    /** One GeV cm^-3 in natural units, eV^4. */
    public static final double GEV_PER_CM3_EV4 = 1e9 * cube(HBAR_C_EV_M * 100);

    /** Local dark-matter density of arXiv:2505.16562, GeV cm^-3. */
    public static final double LOCAL_DENSITY_GEV_PER_CM3 = 0.38;

    /** Kelvins in one keV; e 10^3/k. */
    public static final double KELVIN_PER_KEV = 1e3 * ELEMENTARY_CHARGE_C / BOLTZMANN_J_PER_K;

    /** Seconds in one day. */
    public static final double SECONDS_PER_DAY = 86_400.0;

    /** Days in one Julian year. */
    public static final double DAYS_PER_JULIAN_YEAR = 365.25;

    private static final String EXACT = "2019 SI, exact";
    private static final String CODATA = "CODATA 2018";
    private static final String DERIVED = "derived from CODATA 2018";

    private static final Map<String, PhysicalConstant> CATALOGUE = index(List.of(
            new PhysicalConstant("c_m_s", SPEED_OF_LIGHT_M_PER_S, "m s^-1", EXACT),
            new PhysicalConstant("e_C", ELEMENTARY_CHARGE_C, "C", EXACT),
            new PhysicalConstant("h_J_s", PLANCK_J_S, "J s", EXACT),
            new PhysicalConstant("h_eV_s", PLANCK_EV_S, "eV s", EXACT),
            new PhysicalConstant("hbar_eV_s", HBAR_EV_S, "eV s", EXACT),
            new PhysicalConstant("hbarc_eV_m", HBAR_C_EV_M, "eV m", EXACT),
            new PhysicalConstant("k_J_K", BOLTZMANN_J_PER_K, "J K^-1", EXACT),
            new PhysicalConstant("keV_K", KELVIN_PER_KEV, "K", EXACT),
            new PhysicalConstant("alpha", FINE_STRUCTURE, "1", CODATA),
            new PhysicalConstant("mu0_N_A2", VACUUM_PERMEABILITY_N_PER_A2, "N A^-2", CODATA),
            new PhysicalConstant("me_kg", ELECTRON_MASS_KG, "kg", CODATA),
            new PhysicalConstant("me_keV", ELECTRON_MASS_KEV, "keV", CODATA),
            new PhysicalConstant("re_m", CLASSICAL_ELECTRON_RADIUS_M, "m", CODATA),
            new PhysicalConstant("mu_g", ATOMIC_MASS_UNIT_G, "g", CODATA),
            new PhysicalConstant("gauss_eV2", GAUSS_EV2, "eV^2", DERIVED),
            new PhysicalConstant("critical_field_G", CRITICAL_FIELD_G, "G", DERIVED),
            new PhysicalConstant("GeV5_erg_cm3_s", GEV5_ERG_PER_CM3_S, "erg cm^-3 s^-1", DERIVED),
            new PhysicalConstant(
                    "local_density_eV4",
                    LOCAL_DENSITY_GEV_PER_CM3 * GEV_PER_CM3_EV4,
                    "eV^4",
                    "0.38 GeV cm^-3 of arXiv:2505.16562 in natural units"),
            new PhysicalConstant("pc_m", PARSEC_M, "m", "IAU 2015 resolution B2"),
            new PhysicalConstant("au_m", ASTRONOMICAL_UNIT_M, "m", "IAU 2012 resolution B2, exact")));

    private PhysicalConstants() {}

    /** All constants of the catalogue in a fixed order. */
    public static List<PhysicalConstant> all() {
        return List.copyOf(CATALOGUE.values());
    }

    /**
     * Looks up one constant of the catalogue.
     *
     * @param name for example {@code hbar_eV_s} or {@code gauss_eV2}
     * @return the constant, or empty where no constant has that name
     */
    public static Optional<PhysicalConstant> named(String name) {
        return Optional.ofNullable(CATALOGUE.get(name));
    }

    private static double cube(double value) {
        return value * value * value;
    }

    private static Map<String, PhysicalConstant> index(List<PhysicalConstant> constants) {
        Map<String, PhysicalConstant> byName = new LinkedHashMap<>();
        constants.forEach(constant -> byName.put(constant.name(), constant));
        return byName;
    }
}
