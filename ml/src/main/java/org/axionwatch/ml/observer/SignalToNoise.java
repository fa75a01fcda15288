package org.axionwatch.ml.observer;

import org.axionwatch.physics.axion.UniformAmplitude;

/**
 * Range of signal-to-noise ratios, flat between its ends: largest channel of the delay over the noise of a channel in one
 * epoch.
 *
 * @param least lower end
 * @param greatest upper end
 */
public record SignalToNoise(double least, double greatest) {

    /** The four bins of arXiv:2505.16562, Table 1. */
    public static final SignalToNoise HIGH = new SignalToNoise(1.5, 2);

    public static final SignalToNoise MEDIUM = new SignalToNoise(1, 1.5);
    public static final SignalToNoise LOW = new SignalToNoise(0.5, 1);
    public static final SignalToNoise EXTREMELY_LOW = new SignalToNoise(0.1, 0.5);

    public SignalToNoise {
        if (!(least >= 0) || !(greatest > least) || Double.isInfinite(greatest)) {
            throw new IllegalArgumentException("no range of signal-to-noise ratios: " + least + " to " + greatest);
        }
    }

    /** The range in the mean of a number of epochs, as a prior on the largest channel in units of that mean's noise. */
    UniformAmplitude stacked(int epochs) {
        if (epochs < 1) {
            throw new IllegalArgumentException("a stack needs an epoch, not " + epochs);
        }
        double growth = Math.sqrt(epochs);
        return new UniformAmplitude(least * growth, greatest * growth);
    }
}
