package org.axionwatch.physics.simulation;

import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.util.FastMath;
import org.axionwatch.physics.ArgumentChecks;
import org.axionwatch.physics.timing.RedNoise;

/**
 * Achromatic timing noise drawn from the Gaussian process of {@link RedNoise}: sines and cosines of f_k = k/T
 * (TNREDAMP, TNREDGAM, TNREDC).
 *
 * @param log10Amplitude log10 of A, the characteristic strain at f_yr
 * @param spectralIndex gamma, positive for noise that is stronger at low frequencies
 * @param components number of frequencies
 */
public record PowerLawRedNoise(double log10Amplitude, double spectralIndex, int components) {

    private static final int MOST_COMPONENTS = 10_000;

    public PowerLawRedNoise {
        ArgumentChecks.finite("log10 of the red-noise amplitude", log10Amplitude);
        ArgumentChecks.finite("red-noise spectral index", spectralIndex);
        if (components < 1 || components > MOST_COMPONENTS) {
            throw new IllegalArgumentException(
                    "red noise has 1 to " + MOST_COMPONENTS + " components, not " + components);
        }
    }

    /**
     * Prior variance of the sine and of the cosine coefficient of each frequency.
     *
     * @param spanSeconds span T of the data, s
     * @return one value for each frequency, s^2
     */
    public double[] varianceSeconds2(double spanSeconds) {
        ArgumentChecks.positive("span", spanSeconds);
        RedNoise prior = new RedNoise(log10Amplitude, spectralIndex, components, spanSeconds);
        double[] variance = new double[components];
        for (int k = 1; k <= components; k++) {
            variance[k - 1] = prior.priorVariance(k);
        }
        return variance;
    }

    /** One realisation over a span, s. */
    public Realisation draw(double spanSeconds, RandomDataGenerator random) {
        double[] variance = varianceSeconds2(spanSeconds);
        double[] sines = new double[components];
        double[] cosines = new double[components];
        for (int k = 0; k < components; k++) {
            double deviation = FastMath.sqrt(variance[k]);
            sines[k] = deviation > 0 ? random.nextGaussian(0, deviation) : 0;
            cosines[k] = deviation > 0 ? random.nextGaussian(0, deviation) : 0;
        }
        return new Realisation(spanSeconds, sines, cosines);
    }

    /** A realisation: by how much the pulsar's clock is late. */
    public static final class Realisation {
        private final double spanSeconds;
        private final double[] sines;
        private final double[] cosines;

        private Realisation(double spanSeconds, double[] sines, double[] cosines) {
            this.spanSeconds = spanSeconds;
            this.sines = sines;
            this.cosines = cosines;
        }

        /** Delay of every arrival at a time after the start of the span, s. */
        public double delaySeconds(double secondsAfterStart) {
            double delay = 0;
            for (int k = 0; k < sines.length; k++) {
                double argument = 2 * FastMath.PI * (k + 1) * secondsAfterStart / spanSeconds;
                delay += sines[k] * FastMath.sin(argument) + cosines[k] * FastMath.cos(argument);
            }
            return delay;
        }
    }
}
