package org.axionwatch.physics.decay;

import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.axionwatch.physics.ArgumentChecks;
import org.axionwatch.physics.PanelIntegral;

/**
 * M82 as NuSTAR is analysed in arXiv:2412.03660: a disc of 60 arcsec and eight rings of equal width out to
 * 237 arcsec, eight energy bins of 5 keV from 30 to 70 keV.
 *
 * @param halo the decay photons
 * @param areaCm2 effective area by energy in keV, cm^2; a response without redistribution
 * @param exposureSeconds exposure, s
 */
public record M82Observation(DecayHalo halo, DoubleUnaryOperator areaCm2, double exposureSeconds) {

    /** Distance of M82, Mpc. */
    public static final double DISTANCE_MPC = 3.8;

    private static final double DISC_ARCSEC = 60;
    private static final double OUTERMOST_ARCSEC = 237;
    private static final int RINGS = 8;
    private static final double LOWEST_KEV = 30;
    private static final double BIN_KEV = 5;
    private static final int BINS = 8;
    private static final double ARCSEC_PER_ARCMIN = 60;

    public M82Observation {
        ArgumentChecks.positive("exposure", exposureSeconds);
    }

    /** Effective area of a power law, A0 (E/E0)^index, cm^2. */
    public static DoubleUnaryOperator powerLawArea(double areaCm2, double energyKeV, double index) {
        ArgumentChecks.notNegative("effective area", areaCm2);
        ArgumentChecks.positive("energy", energyKeV);
        ArgumentChecks.finite("index", index);
        return energy -> areaCm2 * Math.pow(energy / energyKeV, index);
    }

    /** The ten edges of the nine regions from the centre outward, rad. */
    public static double[] edgesRad() {
        return IntStream.rangeClosed(0, RINGS + 1)
                .mapToDouble(region -> radians(innerArcsec(region)))
                .toArray();
    }

    /** Solid angles of the nine regions from the centre outward, arcmin^2. */
    public static double[] solidAnglesArcmin2() {
        double[] solidAngles = new double[RINGS + 1];
        for (int region = 0; region <= RINGS; region++) {
            double inner = innerArcsec(region) / ARCSEC_PER_ARCMIN;
            double outer = innerArcsec(region + 1) / ARCSEC_PER_ARCMIN;
            solidAngles[region] = Math.PI * (outer - inner) * (outer + inner);
        }
        return solidAngles;
    }

    /**
     * Expected signal counts.
     *
     * @param byRegion sums over energy of the nine regions from the centre outward
     * @param byEnergy sums over the regions of the eight energy bins
     */
    public record SignalCounts(double[] byRegion, double[] byEnergy) {}

    /** Expected signal counts, added up by region and by energy. */
    public SignalCounts signalCounts() {
        double[] byRegion = new double[RINGS + 1];
        double[] byEnergy = new double[BINS];
        for (int region = 0; region <= RINGS; region++) {
            for (int bin = 0; bin < BINS; bin++) {
                double counts = counts(region, bin);
                byRegion[region] += counts;
                byEnergy[bin] += counts;
            }
        }
        return new SignalCounts(byRegion, byEnergy);
    }

    /** Expected signal counts of a region, 0 the disc and 1 to 8 the rings, in an energy bin from 0 to 7. */
    public double counts(int region, int bin) {
        double inner = radians(innerArcsec(Objects.checkIndex(region, RINGS + 1)));
        double outer = radians(innerArcsec(region + 1));
        double low = LOWEST_KEV + Objects.checkIndex(bin, BINS) * BIN_KEV;
        return exposureSeconds
                * PanelIntegral.of(
                        energy -> areaCm2.applyAsDouble(energy) * halo.ringFlux(energy, inner, outer),
                        low,
                        low + BIN_KEV,
                        BIN_KEV);
    }

    /** Radians in an angle in arcsec. */
    public static double radians(double arcsec) {
        return Math.toRadians(arcsec / 3600);
    }

    private static double innerArcsec(int region) {
        return region == 0 ? 0 : DISC_ARCSEC + (region - 1) * (OUTERMOST_ARCSEC - DISC_ARCSEC) / RINGS;
    }
}
