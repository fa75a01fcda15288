package org.axionwatch.physics.xray;

/**
 * One isolated neutron star of Table I of PRL 126, 021102.
 *
 * @param name short name, for example J1856
 * @param polarFieldGauss dipole field strength at the magnetic pole, G
 * @param coreTemperature core boundary temperature seen at infinity, keV
 * @param distance distance, pc
 * @param intensity observed intensity from {@code lowerEnergyKeV} to 8 keV, erg cm^-2 s^-1
 * @param lowerEnergyKeV lower end of the energies used, keV: 2, or 4 where thermal surface emission may reach 4 keV
 */
public record NeutronStar(
        String name,
        double polarFieldGauss,
        Measurement coreTemperature,
        Measurement distance,
        Measurement intensity,
        double lowerEnergyKeV) {

    /** Upper end of the energies used, keV. */
    public static final double UPPER_ENERGY_KEV = 8;

    private static final double BIN_WIDTH_KEV = 2;

    /**
     * The same star with another central temperature and distance; errors stay.
     *
     * @param temperatureKeV core boundary temperature seen at infinity, keV
     * @param distancePc distance, pc
     */
    public NeutronStar at(double temperatureKeV, double distancePc) {
        return new NeutronStar(
                name,
                polarFieldGauss,
                coreTemperature.around(temperatureKeV),
                distance.around(distancePc),
                intensity,
                lowerEnergyKeV);
    }

    /** The 2 keV wide bins that enter the analysis of this star. */
    public EnergyBins bins() {
        int count = (int) Math.round((UPPER_ENERGY_KEV - lowerEnergyKeV) / BIN_WIDTH_KEV);
        double[] edges = new double[count + 1];
        for (int i = 0; i <= count; i++) {
            edges[i] = lowerEnergyKeV + BIN_WIDTH_KEV * i;
        }
        return new EnergyBins(edges);
    }

    /**
     * A value with its errors, in the unit of the component that holds it.
     *
     * @param value central value
     * @param errorAbove one standard deviation upwards
     * @param errorBelow one standard deviation downwards, positive
     */
    public record Measurement(double value, double errorAbove, double errorBelow) {

        static Measurement symmetric(double value, double error) {
            return new Measurement(value, error, error);
        }

        /** The same errors about another value. */
        Measurement around(double other) {
            return new Measurement(other, errorAbove, errorBelow);
        }

        /** Squared distance of a value in standard deviations of its side (split Gaussian). */
        double chiSquared(double other) {
            double deviation = (other - value) / (other > value ? errorAbove : errorBelow);
            return deviation * deviation;
        }

        Measurement times(double factor) {
            return new Measurement(value * factor, errorAbove * factor, errorBelow * factor);
        }
    }
}
