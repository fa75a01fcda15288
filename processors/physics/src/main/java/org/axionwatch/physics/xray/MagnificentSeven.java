package org.axionwatch.physics.xray;

import java.util.List;
import java.util.stream.Collectors;
import org.axionwatch.physics.PhysicalConstants;
import org.axionwatch.physics.xray.NeutronStar.Measurement;
import org.axionwatch.physics.xray.XrayModelException.Reason;

/**
 * The seven X-ray dim isolated neutron stars, and the hard X-ray intensity axions would give them: nucleon
 * bremsstrahlung in the core, conversion in the magnetosphere (Buschmann et al. 2021, PRL 126, 021102, Table I and
 * equation 1).
 */
public final class MagnificentSeven {

    /**
     * Axion luminosity at infinity of a 1.4 solar mass APR star at 1e8 K core temperature (at infinity) and
     * g_ann = g_app = 1e-10, erg s^-1, with Landau effective masses. Other treatments of the nuclear medium give
     * 2.9e31 to 2.8e32, so a coupling inferred with it is uncertain by a factor of three.
     */
    public static final double REFERENCE_LUMINOSITY_ERG_PER_S = 1.236482e32;

    /** Radius of that star, km. */
    public static final double REFERENCE_RADIUS_KM = 11.567180107;

    private static final double REFERENCE_TEMPERATURE_K = 1e8;
    private static final double REFERENCE_PRODUCT_PER_GEV2 = 1e-10 * AxionPhotonConversion.REFERENCE_COUPLING_PER_GEV;
    private static final double CM_PER_PC = PhysicalConstants.PARSEC_M * 100;

    private static final List<NeutronStar> STARS = List.of(
            star("J0806", 5.1, new double[] {15, 9}, new double[] {240, 25}, new double[] {0.0, 1.6, 0.3}, 4),
            star("J1856", 2.9, new double[] {5, 3}, new double[] {123, 13}, new double[] {1.5, 0.7, 0.6}, 2),
            star("J0420", 2.0, new double[] {3, 2}, new double[] {345, 200}, new double[] {0.7, 1.0, 0.5}, 2),
            star("J1308", 6.8, new double[] {8, 6}, new double[] {380, 30}, new double[] {2.3, 1.8, 1.7}, 4),
            star("J0720", 6.8, new double[] {13, 8}, new double[] {286, 25}, new double[] {0.9, 1.1, 1.6}, 4),
            star("J1605", 2.0, new double[] {9, 11}, new double[] {174, 52}, new double[] {-0.5, 1.3, 0.7}, 4),
            star("J2143", 4.0, new double[] {8, 8}, new double[] {430, 200}, new double[] {3.1, 3.0, 3.4}, 4));

    private MagnificentSeven() {}

    /** The stars in the order of Table I. */
    public static List<NeutronStar> stars() {
        return STARS;
    }

    /**
     * One star.
     *
     * @param name as in Table I, for example J1856
     * @throws XrayModelException UNKNOWN_STAR
     */
    public static NeutronStar named(String name) {
        return STARS.stream()
                .filter(star -> star.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new XrayModelException(
                        Reason.UNKNOWN_STAR,
                        name + "; the stars are "
                                + STARS.stream().map(NeutronStar::name).collect(Collectors.joining(", "))));
    }

    /**
     * Axion-induced intensity of a star in its own energies, light axions, at Table I's central temperature and
     * distance. The luminosity goes as T^6 g_ann^2 and the conversion as g_agamma^2, so only the product matters.
     *
     * @param star the star
     * @param couplingProductPerGeV g_agamma g_ann, GeV^-1, at least 0
     * @param referenceLuminosityErgPerS luminosity at 1e8 K and g_ann = 1e-10, erg s^-1, above 0
     * @param conversion conversion at the star: its radius, alignment and coefficient
     * @return intensity from the star's lower energy to 8 keV, erg cm^-2 s^-1
     * @throws XrayModelException BAD_VALUE
     */
    public static double predictedIntensity(
            NeutronStar star,
            double couplingProductPerGeV,
            double referenceLuminosityErgPerS,
            AxionPhotonConversion conversion) {
        double probability =
                conversion.probability(AxionPhotonConversion.REFERENCE_COUPLING_PER_GEV, 1, star.polarFieldGauss());
        double weight = BremsstrahlungSpectrum.bandConversionWeight(
                star.coreTemperature().value(), star.lowerEnergyKeV(), NeutronStar.UPPER_ENERGY_KEV);
        return luminosityFlux(star, couplingProductPerGeV, referenceLuminosityErgPerS) * probability * weight;
    }

    /**
     * Axion luminosity over 4 pi d^2, erg cm^-2 s^-1, at g_agamma = 1e-11 GeV^-1 and the g_ann that gives the product.
     */
    static double luminosityFlux(NeutronStar star, double couplingProductPerGeV, double referenceLuminosityErgPerS) {
        requirePositive("reference luminosity", referenceLuminosityErgPerS);
        if (!(couplingProductPerGeV >= 0 && couplingProductPerGeV <= Double.MAX_VALUE)) {
            throw new XrayModelException(Reason.BAD_VALUE, "coupling product is " + couplingProductPerGeV);
        }
        double temperatureRatio =
                star.coreTemperature().value() * PhysicalConstants.KELVIN_PER_KEV / REFERENCE_TEMPERATURE_K;
        double coupling = couplingProductPerGeV / REFERENCE_PRODUCT_PER_GEV2;
        double distanceCm = star.distance().value() * CM_PER_PC;
        return referenceLuminosityErgPerS
                * Math.pow(temperatureRatio, 6)
                * coupling
                * coupling
                / (4 * Math.PI * distanceCm * distanceCm);
    }

    static void requirePositive(String name, double value) {
        if (!(value > 0 && value <= Double.MAX_VALUE)) {
            throw new XrayModelException(Reason.BAD_VALUE, name + " is " + value);
        }
    }

    private static NeutronStar star(
            String name,
            double fieldGauss13,
            double[] temperatureKeV,
            double[] distancePc,
            double[] intensity,
            double lowerEnergyKeV) {
        return new NeutronStar(
                name,
                fieldGauss13 * 1e13,
                Measurement.symmetric(temperatureKeV[0], temperatureKeV[1]),
                Measurement.symmetric(distancePc[0], distancePc[1]),
                new Measurement(intensity[0], intensity[1], intensity[2]).times(1e-15),
                lowerEnergyKeV);
    }
}
