package org.axionwatch.streams.alert;

/**
 * When a candidate is raised, renewed and withdrawn.
 *
 * @param raiseSigma global significance from which a candidate is raised [sigma]
 * @param retractSigma global significance below which it is withdrawn, not above raiseSigma [sigma]
 * @param updateSigma change of global significance that is worth another notice [sigma]
 * @param minimumFrames fewest frames behind a pulsar candidate [1]
 */
public record AlertPolicy(double raiseSigma, double retractSigma, double updateSigma, int minimumFrames) {

    /** Raised at 5 sigma with 3 frames, renewed at each half sigma, withdrawn below 4 sigma. */
    public static final AlertPolicy DEFAULT = new AlertPolicy(5, 4, 0.5, 3);

    public AlertPolicy {
        if (!(raiseSigma > 0) || !(retractSigma > 0 && retractSigma <= raiseSigma) || !(updateSigma > 0)) {
            throw new IllegalArgumentException("alert thresholds must be positive and retract <= raise: raise "
                    + raiseSigma + ", retract " + retractSigma + ", update " + updateSigma + " sigma");
        }
        if (minimumFrames < 1) {
            throw new IllegalArgumentException("minimum frames of a candidate must be at least 1: " + minimumFrames);
        }
    }
}
