package org.axionwatch.physics.decay;

/** A point source of axions. */
public interface AxionEmission {

    /** dN/dE at an axion energy in keV, at least the axion mass; keV^-1 s^-1. */
    double spectrum(double axionEnergyKeV);

    /** Distance from Earth, Mpc. */
    double distanceMpc();

    /** Energy above which nothing is emitted that matters, keV. */
    double highestEnergyKeV();
}
