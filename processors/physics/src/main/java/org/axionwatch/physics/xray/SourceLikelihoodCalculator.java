package org.axionwatch.physics.xray;

import org.axionwatch.physics.likelihood.JointFit;
import org.axionwatch.physics.likelihood.ProfileLikelihood;
import org.axionwatch.physics.xray.XrayModelException.Reason;

/**
 * Turns the summed counts and exposure of a source into its profile curve, best fit and limits. The cost depends on
 * bins and regions, not on how many events or batches were summed. Immutable.
 */
public final class SourceLikelihoodCalculator {

    private static final double ONE_SIGMA = 1;
    private static final double GRID_REACH_SIGMA = 5;

    private final CountsModel model;
    private final double threshold;
    private final int gridPoints;

    /**
     * @param model signal and background of the source
     * @param threshold q at the upper limit, {@link JointFit#DEFAULT_THRESHOLD} for 95 %
     * @param gridPoints points of the profile curve, odd and at least 3
     * @throws XrayModelException BAD_VALUE
     */
    public SourceLikelihoodCalculator(CountsModel model, double threshold, int gridPoints) {
        if (gridPoints < 3 || gridPoints % 2 == 0) {
            throw new XrayModelException(Reason.BAD_VALUE, gridPoints + " grid points; need an odd number from 3");
        }
        if (!(threshold > 0 && threshold <= Double.MAX_VALUE)) {
            throw new XrayModelException(Reason.BAD_VALUE, "threshold " + threshold);
        }
        this.model = model;
        this.threshold = threshold;
        this.gridPoints = gridPoints;
    }

    /**
     * Fits the sums. The grid is even, with the best fit in its middle, and reaches five standard deviations or as far
     * as a = 0 and the limits, whichever is more.
     *
     * @param counts events, element bin x regions + region
     * @param exposureSeconds livetime that the counts stand for, s, above 0
     * @throws XrayModelException LENGTH_MISMATCH or BAD_VALUE
     */
    public SourceLikelihoodFit fit(long[] counts, double exposureSeconds) {
        ProfileLikelihood likelihood = new ProfileLikelihood(model.poissonBins(counts, exposureSeconds));
        JointFit fit = JointFit.of(likelihood, threshold);
        double best = fit.bestAmplitude();
        double upper = likelihood.upperCrossing(ONE_SIGMA);
        double lower = likelihood.lowerCrossing(ONE_SIGMA).orElse(2 * best - upper);
        double sigma = 0.5 * (upper - lower);
        double[] amplitudes = grid(best, reach(fit, sigma));
        double[] profile = new double[gridPoints];
        for (int i = 0; i < gridPoints; i++) {
            profile[i] = likelihood.testStatistic(amplitudes[i]);
        }
        return new SourceLikelihoodFit(fit, sigma, amplitudes, profile);
    }

    private static double reach(JointFit fit, double sigma) {
        double best = fit.bestAmplitude();
        double reach = Math.max(GRID_REACH_SIGMA * sigma, Math.abs(best));
        reach = Math.max(reach, fit.upperLimit() - best);
        return Math.max(reach, fit.powerConstrainedLimit() - best);
    }

    private double[] grid(double centre, double reach) {
        double[] amplitudes = new double[gridPoints];
        int middle = gridPoints / 2;
        for (int i = 0; i < gridPoints; i++) {
            amplitudes[i] = centre + reach * (i - middle) / middle;
        }
        return amplitudes;
    }
}
