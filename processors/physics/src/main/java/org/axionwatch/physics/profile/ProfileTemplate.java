package org.axionwatch.physics.profile;

import org.apache.commons.math3.util.FastMath;

/**
 * Noise-free shape of a pulse over pulse phase, bin n at phase n/N. Arrival times refer to its phase zero. A template and
 * a profile need not have the same number of bins; they are compared up to the highest harmonic that both have.
 */
public final class ProfileTemplate {

    /** Full width at half maximum over standard deviation of a Gaussian. */
    private static final double WIDTH_PER_DEVIATION = 2 * FastMath.sqrt(2 * FastMath.log(2));

    private final ProfileHarmonics harmonics;

    private ProfileTemplate(ProfileHarmonics harmonics) {
        this.harmonics = harmonics;
    }

    /**
     * A template from its shape.
     *
     * @param intensities any unit; a power of two of bins, at least eight
     * @throws IllegalArgumentException for another number of bins, a value that is not finite, or a constant
     */
    public static ProfileTemplate of(double[] intensities) {
        ProfileHarmonics harmonics = ProfileHarmonics.of(intensities);
        if (!(harmonics.power(harmonics.highest()) > 0)) {
            throw new IllegalArgumentException("a template must not be constant");
        }
        return new ProfileTemplate(harmonics);
    }

    /** A Gaussian pulse at phase zero with a peak of one, see {@link #gaussianPulse}. */
    public static ProfileTemplate gaussian(double fullWidthTurns, int bins) {
        return of(gaussianPulse(fullWidthTurns, 0, bins));
    }

    /**
     * A periodic Gaussian pulse with a peak of one.
     *
     * @param fullWidthTurns full width at half maximum in turns, above zero and below 0.5
     * @param phaseTurns phase of the peak, turns
     * @param bins number of bins
     * @return intensity in each bin
     */
    public static double[] gaussianPulse(double fullWidthTurns, double phaseTurns, int bins) {
        double deviation = deviationTurns(fullWidthTurns);
        double[] pulse = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            double distance = FastMath.IEEEremainder((double) bin / bins - phaseTurns, 1);
            for (int turn = -1; turn <= 1; turn++) {
                double deviations = (distance + turn) / deviation;
                pulse[bin] += FastMath.exp(-deviations * deviations / 2);
            }
        }
        return pulse;
    }

    /**
     * Standard deviation of a Gaussian pulse, turns.
     *
     * @param fullWidthTurns full width at half maximum in turns, above zero and below 0.5
     */
    public static double deviationTurns(double fullWidthTurns) {
        if (!(fullWidthTurns > 0 && fullWidthTurns < 0.5)) {
            throw new IllegalArgumentException(
                    "width of a pulse must be above zero and below half a turn, not " + fullWidthTurns);
        }
        return fullWidthTurns / WIDTH_PER_DEVIATION;
    }

    ProfileHarmonics harmonics() {
        return harmonics;
    }
}
