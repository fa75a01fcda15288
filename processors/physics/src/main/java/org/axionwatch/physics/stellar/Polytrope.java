package org.axionwatch.physics.stellar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.axionwatch.physics.ArgumentChecks;
import org.axionwatch.physics.PanelIntegral;
import org.axionwatch.physics.PhysicalConstants;

/**
 * Star as an n = 3 polytrope (Eddington's standard model): density rho_c theta^3, temperature T_c theta, one
 * composition, the scale from the central pressure of gas and radiation. Within 8 to 12 % of the axion luminosity of
 * evolved stellar profiles with the same centre.
 *
 * @param centralTemperatureKeV T_c, keV
 * @param centre matter at the centre
 */
public record Polytrope(double centralTemperatureKeV, StellarMatter centre) {

    private static final LaneEmden LANE_EMDEN = new LaneEmden();
    static final double COOLEST_ZONE_KEV = 0.5;
    private static final double PANEL_WIDTH = 0.5;
    private static final GaussIntegratorFactory GAUSS = new GaussIntegratorFactory();
    private static final int NODES = 12;
    private static final double CM_PER_M = 100;
    private static final double HBAR_C_KEV_CM = PhysicalConstants.HBAR_C_EV_M * 0.1;

    public Polytrope {
        ArgumentChecks.positive("central temperature", centralTemperatureKeV);
    }

    /** Radius in solar radii. */
    public double radiusSolar() {
        return scaleCm() * LANE_EMDEN.surface() / (PhysicalConstants.SOLAR_RADIUS_M * CM_PER_M);
    }

    /** Mass in solar masses. */
    public double massSolar() {
        double massGrams = 4 * Math.PI * Math.pow(scaleCm(), 3) * centre.densityGramsPerCm3() * LANE_EMDEN.mass();
        return massGrams / (PhysicalConstants.SOLAR_MASS_KG * 1e3);
    }

    /** Share of the gas in the central pressure. */
    public double gasPressureShare() {
        return gasPressure() / (gasPressure() + radiationPressure());
    }

    /**
     * Luminosity in massless axions by the Primakoff process, erg s^-1, plasma frequency neglected; zones cooler than
     * 0.5 keV are left out.
     *
     * @param couplingPerGeV g_agamma, GeV^-1
     * @param lowKeV lower edge of the band, keV
     * @param highKeV upper edge, keV; may be infinite
     */
    public double primakoffLuminosity(double couplingPerGeV, double lowKeV, double highKeV) {
        return luminosity(theta -> {
            StellarMatter zone = centre.atDensity(centre.densityGramsPerCm3() * theta * theta * theta);
            double temperature = centralTemperatureKeV * theta;
            AxionProcess process =
                    new PrimakoffProduction(temperature, zone.screeningKeV2(temperature), 0, 0, couplingPerGeV);
            return Emissivity.inBand(process, lowKeV, highKeV);
        });
    }

    /** Zones hotter than 0.5 keV, at the nodes of a quadrature over the radius. */
    public List<StellarZone> zones() {
        int panels = (int) Math.ceil(LANE_EMDEN.surface() / PANEL_WIDTH);
        double width = LANE_EMDEN.surface() / panels;
        double scaleCm = scaleCm();
        List<StellarZone> zones = new ArrayList<>();
        for (int panel = 0; panel < panels; panel++) {
            GaussIntegrator rule = GAUSS.legendre(NODES, panel * width, (panel + 1) * width);
            for (int node = 0; node < NODES; node++) {
                double xi = rule.getPoint(node);
                double theta = LANE_EMDEN.theta(xi);
                if (centralTemperatureKeV * theta > COOLEST_ZONE_KEV) {
                    double volumeCm3 = 4 * Math.PI * Math.pow(scaleCm, 3) * xi * xi * rule.getWeight(node);
                    StellarMatter matter = centre.atDensity(centre.densityGramsPerCm3() * Math.pow(theta, 3));
                    zones.add(StellarZone.of(centralTemperatureKeV * theta, matter, volumeCm3));
                }
            }
        }
        return zones;
    }

    /** int 4 pi r^2 emissivity dr over the zones hot enough. */
    private double luminosity(DoubleUnaryOperator emissivityOfTheta) {
        double sum = PanelIntegral.of(
                xi -> {
                    double theta = LANE_EMDEN.theta(xi);
                    boolean hot = centralTemperatureKeV * theta > COOLEST_ZONE_KEV;
                    return hot ? xi * xi * emissivityOfTheta.applyAsDouble(theta) : 0;
                },
                0,
                LANE_EMDEN.surface(),
                PANEL_WIDTH);
        return 4 * Math.PI * Math.pow(scaleCm(), 3) * sum;
    }

    /** alpha = sqrt(P_c/(pi G rho_c^2)), cm. */
    private double scaleCm() {
        double density = centre.densityGramsPerCm3();
        double gravitation = PhysicalConstants.GRAVITATION_M3_PER_KG_S2 * 1e3;
        return Math.sqrt((gasPressure() + radiationPressure()) / (Math.PI * gravitation)) / density;
    }

    /** n T, erg cm^-3. */
    private double gasPressure() {
        return centre.particleDensityPerCm3() * centralTemperatureKeV * NaturalUnits.ERG_PER_KEV;
    }

    /** pi^2 T^4/45, erg cm^-3. */
    private double radiationPressure() {
        return Math.PI
                * Math.PI
                / 45
                * Math.pow(centralTemperatureKeV, 4)
                / Math.pow(HBAR_C_KEV_CM, 3)
                * NaturalUnits.ERG_PER_KEV;
    }
}
