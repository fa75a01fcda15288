package org.axionwatch.physics.dispersion;

import java.util.List;
import org.axionwatch.physics.time.ModifiedJulianDate;

/**
 * Rotation of the pulsar in the time of its timing model.
 *
 * @param frequencyHz F0 at the epoch, rounded to double, Hz; not positive where the model has none
 * @param frequencyRemainderHz F0 minus its double, Hz
 * @param derivatives F1, F2, ... at the epoch, Hz s^-k
 * @param epoch PEPOCH, TDB or TCB as the model's units say
 * @param units time units of the whole timing model
 */
public record SpinModel(
        double frequencyHz,
        double frequencyRemainderHz,
        List<Double> derivatives,
        ModifiedJulianDate epoch,
        TimeUnits units) {

    public SpinModel {
        derivatives = List.copyOf(derivatives);
    }

    boolean isDefined() {
        return frequencyHz > 0 && Double.isFinite(frequencyHz);
    }

    /**
     * Taylor coefficients of the phase about another instant.
     *
     * @param secondsFromEpoch instant to expand about, s after the epoch
     * @return frequency and its derivatives at that instant, Hz s^-k
     */
    double[] derivativesAt(double secondsFromEpoch) {
        int order = derivatives.size();
        double[] atEpoch = new double[order + 1];
        atEpoch[0] = frequencyHz;
        for (int k = 0; k < order; k++) {
            atEpoch[k + 1] = derivatives.get(k);
        }
        double[] shifted = new double[order + 1];
        for (int k = 0; k <= order; k++) {
            double change = 0;
            for (int j = order; j > k; j--) {
                change = (change + atEpoch[j]) * secondsFromEpoch / (j - k);
            }
            shifted[k] = atEpoch[k] + (change + (k == 0 ? frequencyRemainderHz : 0));
        }
        return shifted;
    }
}
