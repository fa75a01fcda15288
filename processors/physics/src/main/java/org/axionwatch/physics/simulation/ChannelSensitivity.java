package org.axionwatch.physics.simulation;

import org.apache.commons.math3.util.FastMath;
import org.axionwatch.physics.ArgumentChecks;

/**
 * What one frequency channel sees of a pulse in one sub-integration: radiometer noise S_sys/sqrt(n_p t dnu) in the flux
 * density, n_p polarisations, t the time spent on the bin (Lorimer and Kramer 2004, eq. 7.10).
 *
 * @param telescope the telescope
 * @param emission the pulse
 * @param integrationSeconds length of the sub-integration, s
 * @param channelMHz width of the channel, MHz
 */
public record ChannelSensitivity(
        RadioTelescope telescope, PulsedEmission emission, double integrationSeconds, double channelMHz) {

    public ChannelSensitivity {
        ArgumentChecks.positive("length of a sub-integration", integrationSeconds);
        ArgumentChecks.positive("width of a channel", channelMHz);
    }

    /** Standard deviation of the noise in each of the given number of bins of a folded profile, Jy. */
    public double binNoiseJy(int bins) {
        double samples = telescope.polarisations() * integrationSeconds / bins * channelMHz * 1e6;
        return telescope.systemEquivalentFluxJy() / FastMath.sqrt(samples);
    }

    /**
     * Smallest possible uncertainty of an arrival time: Cramer and Rao's bound for a Gaussian pulse of peak A and standard
     * deviation w turns in white noise, (P s/A) sqrt(2 w/(N sqrt(pi))) for N bins of noise s, which template matching
     * reaches, and which does not depend on N, s.
     *
     * @param frequencyMHz centre of the channel, MHz
     * @param periodSeconds pulse period, s
     */
    public double arrivalUncertaintySeconds(double frequencyMHz, double periodSeconds) {
        double relativeNoise = binNoiseJy(1) / emission.peakFluxJy(frequencyMHz);
        return periodSeconds
                * relativeNoise
                * FastMath.sqrt(2 * emission.deviationTurns() / FastMath.sqrt(FastMath.PI));
    }
}
