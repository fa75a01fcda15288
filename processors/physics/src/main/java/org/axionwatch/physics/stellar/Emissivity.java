package org.axionwatch.physics.stellar;

import org.axionwatch.physics.PanelIntegral;

/** Energy that a process radiates in axions. */
public final class Emissivity {

    private static final double HIGHEST_ENERGY_OVER_TEMPERATURE = 60;
    private static final double PANEL_WIDTH = 0.5;

    private Emissivity() {}

    /**
     * Emissivity in a band, int E dn/dE dE, erg s^-1 cm^-3; relative precision about 1e-8. Energies beyond 60 T above
     * the threshold are left out.
     *
     * @param process what makes the axions
     * @param lowKeV lower edge, keV, at least 0
     * @param highKeV upper edge, keV, above the lower; may be infinite
     * @throws IllegalArgumentException where the band is empty or not a number
     */
    public static double inBand(AxionProcess process, double lowKeV, double highKeV) {
        if (!(lowKeV >= 0 && highKeV > lowKeV)) {
            throw new IllegalArgumentException("band from " + lowKeV + " to " + highKeV + " keV");
        }
        double threshold = process.thresholdKeV();
        double temperature = process.temperatureKeV();
        double low = Math.sqrt(Math.max(0, lowKeV - threshold) / temperature);
        double high =
                Math.sqrt(Math.max(0, Math.min((highKeV - threshold) / temperature, HIGHEST_ENERGY_OVER_TEMPERATURE)));
        double sum = PanelIntegral.of(
                root -> {
                    double energy = threshold + temperature * root * root;
                    return 2 * root * temperature * energy * process.spectrum(energy);
                },
                low,
                high,
                PANEL_WIDTH);
        return sum * NaturalUnits.ERG_PER_KEV;
    }
}
