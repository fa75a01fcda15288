package org.axionwatch.ml.observer;

import org.axionwatch.physics.axion.UniformAmplitude;

/**
 * The ideal observer for axion delays in white noise: the exact likelihood ratio signal to noise of a curve, averaged over
 * the resonance frequency (flat over the band) and the signal-to-noise ratio (flat over a range), at equal prior odds. No
 * classifier that shares these priors has a higher accuracy or a larger area under its ROC curve (Neyman and Pearson).
 *
 * <p>The signal-to-noise ratio is that of arXiv:2505.16562: largest channel of the delay over the noise of a channel in one
 * epoch. The delay is the paper's equation 11 at channel centres, floored within 100 kHz of the resonance. The mean of N epochs
 * has noise smaller by sqrt(N), and its observer a range larger by as much.
 *
 * <p>Not safe for several threads. Cost of a curve: channels times resonances multiplications.
 */
public final class IdealObserver {

    private static final int RESONANCES_PER_CHANNEL = 4;

    private final AxionCurve curves;
    private final UniformAmplitude amplitude;
    private final double[][] templates;
    private final double[] norms;
    private final double[] logRatios;

    /**
     * @param grid channels of the curve
     * @param projection what was taken out of the curve; the templates are projected alike
     * @param signalToNoise range of the signal-to-noise ratio of one epoch
     * @param epochs number of epochs averaged in the curve
     */
    public IdealObserver(ChannelGrid grid, Projection projection, SignalToNoise signalToNoise, int epochs) {
        curves = new AxionCurve(grid, projection);
        amplitude = signalToNoise.stacked(epochs);
        templates = new double[RESONANCES_PER_CHANNEL * grid.channels()][];
        norms = new double[templates.length];
        logRatios = new double[templates.length];
        for (int k = 0; k < templates.length; k++) {
            double resonanceMHz = grid.startMHz() + (k + 0.5) * grid.widthMHz() / RESONANCES_PER_CHANNEL;
            templates[k] = curves.projected(curves.atResonance(resonanceMHz));
            norms[k] = product(templates[k], templates[k]);
        }
    }

    /**
     * Natural logarithm of the marginal likelihood ratio signal to noise.
     *
     * @param curve residual over its uncertainty for each channel of the grid, projected as the observer expects [1]
     * @throws IllegalArgumentException where the curve has another length or a value that is not finite
     */
    public double logLikelihoodRatio(double[] curve) {
        requireChannels(curve);
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < templates.length; k++) {
            logRatios[k] = amplitude.logLikelihoodRatio(product(templates[k], curve), norms[k]);
            largest = Math.max(largest, logRatios[k]);
        }
        double sum = 0;
        for (double logRatio : logRatios) {
            sum += Math.exp(logRatio - largest);
        }
        return largest + Math.log(sum / templates.length);
    }

    /** Posterior probability of a signal at equal prior odds. */
    public double signalProbability(double[] curve) {
        return 1 / (1 + Math.exp(-logLikelihoodRatio(curve)));
    }

    private void requireChannels(double[] curve) {
        if (curve.length != curves.grid().channels()) {
            throw new IllegalArgumentException(
                    curve.length + " values for " + curves.grid().channels() + " channels");
        }
        for (int i = 0; i < curve.length; i++) {
            if (!Double.isFinite(curve[i])) {
                throw new IllegalArgumentException("channel " + i + " is " + curve[i]);
            }
        }
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
