package org.axionwatch.physics.axion;

import org.axionwatch.physics.PhysicalConstants;

/** How a radio frequency becomes a photon energy; arXiv:2505.16562 mixes the two. */
public enum FrequencyConvention {
    /** Photon energy h nu, so that the resonance lies at m c^2/(2 h): 1-2 GHz covers 8.27 to 16.5 micro-eV. The default. */
    PHYSICAL(PhysicalConstants.PLANCK_EV_S),
    /** Energy hbar nu, as section 4 of the paper writes 1 GHz = 6.58e-7 eV. */
    PAPER(PhysicalConstants.HBAR_EV_S);

    private final double energyPerHertzEv;

    FrequencyConvention(double energyPerHertzEv) {
        this.energyPerHertzEv = energyPerHertzEv;
    }

    /** Photon energy of a frequency, eV. */
    public double energyEv(double frequencyHz) {
        return frequencyHz * energyPerHertzEv;
    }

    /** Frequency at which a photon has half the axion's rest energy, Hz. */
    public double resonanceFrequencyHz(double massEv) {
        return massEv / (2 * energyPerHertzEv);
    }

    /** Axion mass whose resonance lies at a frequency, eV. */
    public double resonantMassEv(double frequencyHz) {
        return 2 * frequencyHz * energyPerHertzEv;
    }
}
