package org.axionwatch.physics.xray;

import org.axionwatch.physics.ArgumentChecks;
import org.axionwatch.physics.PanelIntegral;

/**
 * Point spread function of an X-ray telescope on its axis as a King profile, (1 + (r/r_c)^2)^-slope, normalised to 1
 * over the whole plane.
 *
 * @param coreRadiusArcsec r_c, arcsec
 * @param slope above 1
 */
public record KingPointSpread(double coreRadiusArcsec, double slope) {

    private static final double PANELS_PER_CORE = 1;

    public KingPointSpread {
        ArgumentChecks.positive("core radius", coreRadiusArcsec);
        ArgumentChecks.positive("slope above 1", slope - 1);
    }

    /**
     * The profile whose central core has a full width at half maximum and that holds half of the photons within half
     * of the half-power diameter: 18 and 58 arcsec for NuSTAR (Harrison et al. 2013, ApJ 770, 103).
     *
     * @param fullWidthArcsec full width at half maximum, arcsec
     * @param halfPowerDiameterArcsec half-power diameter, arcsec, above 1 full width
     * @throws IllegalArgumentException where no King profile has both
     */
    public static KingPointSpread of(double fullWidthArcsec, double halfPowerDiameterArcsec) {
        ArgumentChecks.positive("full width", fullWidthArcsec);
        ArgumentChecks.positive("half-power diameter beyond the full width", halfPowerDiameterArcsec - fullWidthArcsec);
        double low = 1 + 1e-6;
        double high = 1e6;
        for (int step = 0; step < 200; step++) {
            double slope = Math.sqrt(low * high);
            if (withCore(fullWidthArcsec, slope).fractionWithin(halfPowerDiameterArcsec / 2) < 0.5) {
                low = slope;
            } else {
                high = slope;
            }
        }
        return withCore(fullWidthArcsec, high);
    }

    /** Share of the photons within a radius in arcsec, at least 0. */
    public double fractionWithin(double radiusArcsec) {
        double ratio = ArgumentChecks.notNegative("radius", radiusArcsec) / coreRadiusArcsec;
        return -Math.expm1((1 - slope) * Math.log1p(ratio * ratio));
    }

    /**
     * Shares of the photons of annuli about the source.
     *
     * @param edgesArcsec rising radii, arcsec, the first at least 0
     */
    public double[] annuli(double[] edgesArcsec) {
        double[] fractions = new double[edgesArcsec.length - 1];
        for (int i = 0; i < fractions.length; i++) {
            ArgumentChecks.positive("width of annulus " + i, edgesArcsec[i + 1] - edgesArcsec[i]);
            fractions[i] = fractionWithin(edgesArcsec[i + 1]) - fractionWithin(edgesArcsec[i]);
        }
        return fractions;
    }

    /**
     * Shares of the photons of square pixels about the source, which lies in the middle of the square.
     *
     * @param pixelsAcross pixels on a side
     * @param pixelArcsec side of a pixel, arcsec
     * @return element row x pixelsAcross + column
     */
    public double[] pixels(int pixelsAcross, double pixelArcsec) {
        ArgumentChecks.positive("pixels", pixelsAcross);
        ArgumentChecks.positive("pixel", pixelArcsec);
        double[] fractions = new double[pixelsAcross * pixelsAcross];
        double corner = -0.5 * pixelsAcross * pixelArcsec;
        for (int row = 0; row < pixelsAcross; row++) {
            for (int column = 0; column < pixelsAcross; column++) {
                fractions[row * pixelsAcross + column] =
                        square(corner + column * pixelArcsec, corner + row * pixelArcsec, pixelArcsec);
            }
        }
        return fractions;
    }

    private double square(double leftArcsec, double bottomArcsec, double sideArcsec) {
        double panel = PANELS_PER_CORE * coreRadiusArcsec;
        return PanelIntegral.of(
                y -> PanelIntegral.of(x -> density(x * x + y * y), leftArcsec, leftArcsec + sideArcsec, panel),
                bottomArcsec,
                bottomArcsec + sideArcsec,
                panel);
    }

    /** Share per square arcsec at a squared radius. */
    private double density(double squaredRadius) {
        double core = coreRadiusArcsec * coreRadiusArcsec;
        return (slope - 1) / (Math.PI * core) * Math.exp(-slope * Math.log1p(squaredRadius / core));
    }

    private static KingPointSpread withCore(double fullWidthArcsec, double slope) {
        return new KingPointSpread(0.5 * fullWidthArcsec / Math.sqrt(Math.expm1(Math.log(2) / slope)), slope);
    }
}
