package org.axionwatch.physics.axion;

/**
 * The resonance frequencies that a bank searches, start + k step.
 *
 * @param startMHz barycentric frequency of the first cell, MHz
 * @param stepMHz distance of neighbouring cells, MHz
 * @param count number of cells
 */
public record ResonanceGrid(double startMHz, double stepMHz, int count) {

    /** 1000 to 2000 MHz by 2 MHz, axion masses 8.27 to 16.5 micro-eV. */
    public static final ResonanceGrid DEFAULT = new ResonanceGrid(1000, 2, 501);

    public ResonanceGrid {
        Axion.requirePositive(startMHz, "start frequency");
        Axion.requirePositive(stepMHz, "grid step");
        if (count < 1) {
            throw new IllegalArgumentException("a grid needs at least one cell, not " + count);
        }
    }

    /** Resonance frequency of a cell, MHz. */
    public double frequencyMHz(int cell) {
        return startMHz + cell * stepMHz;
    }

    /** Axion mass of a cell in the physical convention, m c^2 = 2 h nu, eV. */
    public double axionMassEv(int cell) {
        return FrequencyConvention.PHYSICAL.resonantMassEv(frequencyMHz(cell) * 1e6);
    }
}
