package org.axionwatch.app.demo;

import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.util.FastMath;
import org.axionwatch.physics.axion.ResonanceTemplate;
import org.axionwatch.physics.dispersion.InFrameProjection;

/**
 * The resonance of a campaign, a Lorentzian of 5 MHz half width.
 *
 * @param resonanceFrequencyMHz barycentric resonance frequency, MHz
 * @param stackSigma expected significance of the whole stack of frames, sigma
 */
record PulsarInjection(double resonanceFrequencyMHz, double stackSigma) {
    private static final double LOWEST_MHZ = 1050;
    private static final double HIGHEST_MHZ = 1950;
    private static final double FAINTEST_SIGMA = 10;
    private static final double BRIGHTEST_SIGMA = 20;

    static PulsarInjection draw(RandomDataGenerator random) {
        return new PulsarInjection(
                random.nextUniform(LOWEST_MHZ, HIGHEST_MHZ), random.nextUniform(FAINTEST_SIGMA, BRIGHTEST_SIGMA));
    }

    /** The line with unit amplitude at barycentric frequencies in MHz. */
    double[] line(double[] barycentricFrequenciesMHz) {
        return ResonanceTemplate.DEFAULT.sample(barycentricFrequenciesMHz, resonanceFrequencyMHz);
    }

    /** Delay on resonance with which the stack reaches the significance in expectation, s. */
    double amplitudeSeconds(PulsarObservations observations) {
        double information = 0;
        for (PulsarObservations.Prediction frame : observations.frames()) {
            double[] frequencies = frame.arrivals().barycentricFrequenciesMHz();
            InFrameProjection projection = InFrameProjection.of(
                    frequencies,
                    observations.noiseSeconds(frame.layout()),
                    frame.layout().subIntegrations());
            double[] projected = projection.project(line(frequencies));
            information += projection.product(projected, projected);
        }
        return stackSigma / FastMath.sqrt(information);
    }
}
