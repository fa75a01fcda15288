package org.axionwatch.physics.simulation;

import org.apache.commons.math3.util.FastMath;
import org.axionwatch.physics.ArgumentChecks;
import org.axionwatch.physics.profile.ProfileTemplate;

/**
 * A Gaussian pulse with a power-law spectrum, of one width at all frequencies.
 *
 * @param meanFluxJy period-averaged flux density at the reference frequency, Jy
 * @param referenceMHz reference frequency, MHz
 * @param spectralIndex flux density goes as nu to this power, negative for real pulsars
 * @param fullWidthTurns full width of the pulse at half maximum in turns, above zero and below 0.5
 */
public record PulsedEmission(double meanFluxJy, double referenceMHz, double spectralIndex, double fullWidthTurns) {

    public PulsedEmission {
        ArgumentChecks.positive("mean flux density", meanFluxJy);
        ArgumentChecks.positive("reference frequency", referenceMHz);
        ArgumentChecks.finite("spectral index", spectralIndex);
        ProfileTemplate.deviationTurns(fullWidthTurns);
    }

    /** Flux density at the peak of the pulse, Jy. */
    public double peakFluxJy(double frequencyMHz) {
        double mean = meanFluxJy * FastMath.pow(frequencyMHz / referenceMHz, spectralIndex);
        return mean / (deviationTurns() * FastMath.sqrt(2 * FastMath.PI));
    }

    double deviationTurns() {
        return ProfileTemplate.deviationTurns(fullWidthTurns);
    }
}
