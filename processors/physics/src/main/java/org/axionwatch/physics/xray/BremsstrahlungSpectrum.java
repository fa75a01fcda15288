package org.axionwatch.physics.xray;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.axionwatch.physics.xray.XrayModelException.Reason;

/**
 * Energy-flux spectrum of axions from nucleon-nucleon bremsstrahlung in degenerate matter, normalised to 1:
 * z^3 (z^2 + 4 pi^2)/(e^z - 1)/(124 pi^6/315), z = E/T, both at infinity (PRL 126, 021102).
 */
public final class BremsstrahlungSpectrum {

    private static final double NORM = 124 * Math.pow(Math.PI, 6) / 315;
    private static final double FOUR_PI_SQUARED = 4 * Math.PI * Math.PI;
    private static final double NEGLIGIBLE_Z = 750;
    private static final double PANEL_WIDTH_Z = 2;
    private static final double CONVERSION_INDEX = -0.8;
    private static final GaussIntegratorFactory GAUSS = new GaussIntegratorFactory();
    private static final int NODES = 20;

    private BremsstrahlungSpectrum() {}

    /**
     * Spectrum at z = E/T.
     *
     * @throws XrayModelException BAD_VALUE where z is not above zero
     */
    public static double density(double z) {
        MagnificentSeven.requirePositive("z", z);
        return unchecked(z);
    }

    /**
     * Fraction of the energy in a band.
     *
     * @param temperatureKeV core temperature at infinity, keV
     * @param lowKeV lower end, keV, at least 0
     * @param highKeV upper end, keV
     * @throws XrayModelException BAD_VALUE
     */
    public static double bandEnergyFraction(double temperatureKeV, double lowKeV, double highKeV) {
        return integrate(BremsstrahlungSpectrum::unchecked, temperatureKeV, lowKeV, highKeV);
    }

    /** The same integral weighted with (E/keV)^(-4/5), as the conversion probability falls with energy. */
    public static double bandConversionWeight(double temperatureKeV, double lowKeV, double highKeV) {
        return weightedBand(energyKeV -> Math.pow(energyKeV, CONVERSION_INDEX), temperatureKeV, lowKeV, highKeV);
    }

    /** Integral of the spectrum over a band, weighted with a function of the energy in keV. */
    static double weightedBand(DoubleUnaryOperator weight, double temperatureKeV, double lowKeV, double highKeV) {
        return integrate(z -> unchecked(z) * weight.applyAsDouble(z * temperatureKeV), temperatureKeV, lowKeV, highKeV);
    }

    private static double unchecked(double z) {
        return z * z * z * (z * z + FOUR_PI_SQUARED) / Math.expm1(z) / NORM;
    }

    private static double integrate(
            DoubleUnaryOperator integrand, double temperatureKeV, double lowKeV, double highKeV) {
        MagnificentSeven.requirePositive("temperature", temperatureKeV);
        if (!(lowKeV >= 0 && highKeV > lowKeV && highKeV <= Double.MAX_VALUE)) {
            throw new XrayModelException(Reason.BAD_VALUE, "band from " + lowKeV + " to " + highKeV + " keV");
        }
        double low = Math.min(lowKeV / temperatureKeV, NEGLIGIBLE_Z);
        double high = Math.min(highKeV / temperatureKeV, NEGLIGIBLE_Z);
        int panels = Math.max(1, (int) Math.ceil((high - low) / PANEL_WIDTH_Z));
        double width = (high - low) / panels;
        double sum = 0;
        for (int i = 0; i < panels; i++) {
            GaussIntegrator panel = GAUSS.legendre(NODES, low + i * width, low + (i + 1) * width);
            sum += panel.integrate(integrand::applyAsDouble);
        }
        return sum;
    }
}
