package org.axionwatch.ml.observer;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.axionwatch.physics.axion.UniformAmplitude;

/**
 * Draws curves from the priors of an {@link IdealObserver}: unit white noise, and with a signal the delay of an axion whose
 * resonance is flat over the band. The mean of N epochs of noise is drawn at once, as unit noise with the signal grown by sqrt(N).
 * The same seed gives the same curves. Not safe for several threads.
 */
public final class LabelledCurves {

    private final AxionCurve curves;
    private final UniformAmplitude amplitude;
    private final RandomGenerator random;

    /**
     * @param grid channels of the curves
     * @param projection what is fitted and taken out of each
     * @param signalToNoise range of the signal-to-noise ratio of one epoch
     * @param epochs number of epochs averaged in a curve
     * @param seed of the random numbers
     */
    public LabelledCurves(ChannelGrid grid, Projection projection, SignalToNoise signalToNoise, int epochs, long seed) {
        curves = new AxionCurve(grid, projection);
        amplitude = signalToNoise.stacked(epochs);
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** Noise alone, each channel over its uncertainty [1]. */
    public double[] noise() {
        return curves.projected(unitNoise());
    }

    /** Noise with a signal, each channel over its uncertainty [1]. */
    public double[] signal() {
        ChannelGrid grid = curves.grid();
        double[] delay = curves.atResonance(random.nextDouble(grid.startMHz(), grid.stopMHz()));
        double largest = random.nextDouble(amplitude.least(), amplitude.greatest());
        double[] curve = unitNoise();
        for (int i = 0; i < curve.length; i++) {
            curve[i] += largest * delay[i];
        }
        return curves.projected(curve);
    }

    private double[] unitNoise() {
        double[] noise = new double[curves.grid().channels()];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextGaussian();
        }
        return noise;
    }
}
