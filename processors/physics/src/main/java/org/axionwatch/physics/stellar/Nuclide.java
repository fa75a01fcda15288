package org.axionwatch.physics.stellar;

/** Nuclides of stellar cores, with the relative atomic mass (AME2016). */
public enum Nuclide {
    H1("H1", 1, 1.00782503),
    HE4("He4", 2, 4.00260325),
    C12("C12", 6, 12),
    N14("N14", 7, 14.0030740),
    O16("O16", 8, 15.9949146),
    NE20("Ne20", 10, 19.9924402),
    MG24("Mg24", 12, 23.9850417);

    private final String symbol;
    private final int charge;
    private final double atomicMass;

    Nuclide(String symbol, int charge, double atomicMass) {
        this.symbol = symbol;
        this.charge = charge;
        this.atomicMass = atomicMass;
    }

    /** Chemical symbol and mass number, for example {@code He4}. */
    public String symbol() {
        return symbol;
    }

    /** Proton number. */
    public int charge() {
        return charge;
    }

    /** Relative atomic mass, u. */
    public double atomicMass() {
        return atomicMass;
    }
}
