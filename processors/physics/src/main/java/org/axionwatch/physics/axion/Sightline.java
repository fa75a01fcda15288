package org.axionwatch.physics.axion;

import org.axionwatch.physics.PhysicalConstants;

/**
 * Path of the radio pulse through a uniform axion background.
 *
 * @param lengthMetres distance of the pulsar, m
 * @param densityGevPerCm3 axion energy density, GeV cm^-3
 */
public record Sightline(double lengthMetres, double densityGevPerCm3) {

    /** The path of arXiv:2505.16562, 2.64e20 m (8.56 kpc) at the local density 0.38 GeV cm^-3. */
    public static final Sightline PAPER = new Sightline(2.64e20, PhysicalConstants.LOCAL_DENSITY_GEV_PER_CM3);

    public Sightline {
        Axion.requirePositive(lengthMetres, "distance");
        Axion.requirePositive(densityGevPerCm3, "axion density");
    }

    /**
     * Path to a pulsar whose distance is given in parsecs.
     *
     * @param distancePc distance, pc
     * @param densityGevPerCm3 axion energy density, GeV cm^-3
     */
    public static Sightline ofParsecs(double distancePc, double densityGevPerCm3) {
        return new Sightline(distancePc * PhysicalConstants.PARSEC_M, densityGevPerCm3);
    }

    double travelSeconds() {
        return lengthMetres / PhysicalConstants.SPEED_OF_LIGHT_M_PER_S;
    }

    double densityEv4() {
        return densityGevPerCm3 * PhysicalConstants.GEV_PER_CM3_EV4;
    }
}
