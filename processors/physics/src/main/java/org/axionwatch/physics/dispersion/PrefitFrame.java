package org.axionwatch.physics.dispersion;

/**
 * The residuals of one frame before any fit, with what the columns of a fit need. All arrays have one element for each
 * arrival time of the frame.
 *
 * @param achromatic what is known of the part common to all frequencies
 * @param residualSeconds arrival time minus model, s
 * @param barycentricFrequencyMHz frequency at the barycentre, MHz
 * @param uncertaintySeconds one standard deviation with EFAC and EQUAD, s
 * @param secondsFromSpinEpoch barycentric time after PEPOCH, s
 * @param secondsFromDispersionEpoch barycentric time after DMEPOCH, s
 */
@SuppressWarnings("ArrayRecordComponent")
public record PrefitFrame(
        Achromatic achromatic,
        double[] residualSeconds,
        double[] barycentricFrequencyMHz,
        double[] uncertaintySeconds,
        double[] secondsFromSpinEpoch,
        double[] secondsFromDispersionEpoch) {

    /** What is known of the part of a residual that all frequencies share. */
    public enum Achromatic {
        /** Barycentred data: it is the difference to the spin model. */
        ABSOLUTE,
        /** Topocentric data without an ephemeris: any constant in each sub-integration. */
        FREE
    }

    /** Number of arrival times. */
    public int size() {
        return residualSeconds.length;
    }
}
