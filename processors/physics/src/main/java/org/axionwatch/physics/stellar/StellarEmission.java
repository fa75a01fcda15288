package org.axionwatch.physics.stellar;

import java.util.ArrayList;
import java.util.List;
import org.axionwatch.physics.ArgumentChecks;
import org.axionwatch.physics.PhysicalConstants;

/**
 * Axions of one star by the Primakoff process and, for massive axions, by the coalescence of two photons, summed over
 * its zones (arXiv:2412.03660, equations S1 to S3).
 *
 * @param zones zones of the star
 */
public record StellarEmission(List<StellarZone> zones) {

    private static final double CM_PER_M = 100;

    public StellarEmission {
        zones = List.copyOf(zones);
        if (zones.isEmpty()) {
            throw new IllegalArgumentException("a star without zones");
        }
    }

    /**
     * Production spectrum of the star.
     *
     * @param energyKeV axion energy, keV, at least the mass
     * @param axionMassKeV m_a, keV; 0 leaves out coalescence
     * @param couplingPerGeV g_agamma, GeV^-1
     * @return dN/dE, keV^-1 s^-1
     */
    public double spectrum(double energyKeV, double axionMassKeV, double couplingPerGeV) {
        double sum = 0;
        for (StellarZone zone : zones) {
            sum += zone.volumeCm3() * spectrum(zone, energyKeV, axionMassKeV, couplingPerGeV);
        }
        return sum;
    }

    /**
     * Luminosity of a band in massless axions, plasma frequency neglected, erg s^-1.
     *
     * @param couplingPerGeV g_agamma, GeV^-1
     * @param lowKeV lower edge, keV, at least 0
     * @param highKeV upper edge, keV; may be infinite
     */
    public double luminosity(double couplingPerGeV, double lowKeV, double highKeV) {
        double sum = 0;
        for (StellarZone zone : zones) {
            PrimakoffProduction process =
                    new PrimakoffProduction(zone.temperatureKeV(), zone.screeningKeV2(), 0, 0, couplingPerGeV);
            sum += zone.volumeCm3() * Emissivity.inBand(process, lowKeV, highKeV);
        }
        return sum;
    }

    /**
     * Spherical shells of a stellar profile; those cooler than 0.5 keV are left out.
     *
     * @param radiiSolar radius of each shell, solar radii
     * @param thicknessesCm thickness of each, cm
     * @param temperaturesKelvin temperature of each, K
     * @param matter matter of each
     * @throws IllegalArgumentException where the columns differ in length or no shell is hot
     */
    public static StellarEmission ofShells(
            double[] radiiSolar, double[] thicknessesCm, double[] temperaturesKelvin, List<StellarMatter> matter) {
        int shells = matter.size();
        if (radiiSolar.length != shells || thicknessesCm.length != shells || temperaturesKelvin.length != shells) {
            throw new IllegalArgumentException(
                    "columns of a stellar profile differ in length: " + radiiSolar.length + " radii, "
                            + thicknessesCm.length + " thicknesses, " + temperaturesKelvin.length + " temperatures, "
                            + shells + " compositions");
        }
        List<StellarZone> zones = new ArrayList<>();
        for (int i = 0; i < shells; i++) {
            double temperatureKeV = temperaturesKelvin[i] / PhysicalConstants.KELVIN_PER_KEV;
            double radiusCm =
                    ArgumentChecks.notNegative("radius", radiiSolar[i]) * PhysicalConstants.SOLAR_RADIUS_M * CM_PER_M;
            if (temperatureKeV > Polytrope.COOLEST_ZONE_KEV) {
                double volumeCm3 = 4 * Math.PI * radiusCm * radiusCm * thicknessesCm[i];
                zones.add(StellarZone.of(temperatureKeV, matter.get(i), volumeCm3));
            }
        }
        return new StellarEmission(zones);
    }

    private static double spectrum(StellarZone zone, double energyKeV, double axionMassKeV, double couplingPerGeV) {
        double sum = 0;
        if (energyKeV * energyKeV > zone.plasmaFrequencyKeV2()) {
            sum = new PrimakoffProduction(
                            zone.temperatureKeV(),
                            zone.screeningKeV2(),
                            zone.plasmaFrequencyKeV2(),
                            axionMassKeV,
                            couplingPerGeV)
                    .spectrum(energyKeV);
        }
        return axionMassKeV > 0
                ? sum
                        + new CoalescenceProduction(zone.temperatureKeV(), axionMassKeV, couplingPerGeV)
                                .spectrum(energyKeV)
                : sum;
    }
}
