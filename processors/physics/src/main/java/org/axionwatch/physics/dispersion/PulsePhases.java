package org.axionwatch.physics.dispersion;

import org.axionwatch.physics.time.ModifiedJulianDate;

/** Turns barycentric arrivals of one frame into timing residuals, each within half a period of its sub-integration's mean. */
final class PulsePhases {

    private final TimingModel model;
    private final DispersionModel dispersion;

    PulsePhases(TimingModel model, DispersionModel dispersion) {
        this.model = model;
        this.dispersion = dispersion;
    }

    /** Residuals after the timing model, s, modulo one pulse period common to each sub-integration. */
    double[] residualSeconds(ObservedFrame frame, FrameArrival arrival, double[] weights) {
        double[] spin = spinAt(arrival.referenceTdb());
        double[] cycles = new double[weights.length];
        for (int i = 0; i < cycles.length; i++) {
            cycles[i] = cycles(spin, emissionSeconds(frame.toas().get(i), arrival, i));
        }
        unwrap(cycles, frame, weights);
        for (int i = 0; i < cycles.length; i++) {
            cycles[i] /= spin[0];
        }
        return cycles;
    }

    private double[] spinAt(ModifiedJulianDate referenceTdb) {
        ModifiedJulianDate reference = model.spin().units().fromTdb(referenceTdb);
        return model.spin().derivativesAt(reference.secondsSince(model.spin().epoch()));
    }

    /** Time at the pulsar of the pulse, up to a constant of the frame, in the units of the model, s. */
    private double emissionSeconds(ObservedToa toa, FrameArrival arrival, int index) {
        TimeUnits units = model.spin().units();
        ModifiedJulianDate reference = units.fromTdb(arrival.referenceTdb());
        double frequencyMHz = arrival.barycentricFrequencyMHz(index);
        DispersionTerms terms = model.dispersion();
        double measure = terms.smoothPcPerCm3(reference.secondsSince(terms.epoch()))
                + terms.rangeOffsetPcPerCm3(toa.time().toDouble());
        double seconds = units.fromTdbSeconds(arrival.barycentricSeconds(index)
                - dispersion.delaySeconds(measure, frequencyMHz)
                - terms.frequencyDependentDelaySeconds(frequencyMHz));
        BinaryOrbit orbit = model.orbit();
        return orbit == null ? seconds : seconds - orbit.delaySeconds(reference, seconds);
    }

    private static double cycles(double[] spin, double seconds) {
        double cycles = 0;
        for (int k = spin.length; k > 0; k--) {
            cycles = (cycles + spin[k - 1]) * seconds / k;
        }
        return cycles;
    }

    /** Replaces each phase by the one within half a cycle of the circular mean of its sub-integration. */
    private static void unwrap(double[] cycles, ObservedFrame frame, double[] weights) {
        CircularMeans means = new CircularMeans();
        for (int i = 0; i < cycles.length; i++) {
            means.add(frame.toas().get(i).subIntegration(), cycles[i], weights[i]);
        }
        for (int i = 0; i < cycles.length; i++) {
            double mean = means.cycles(frame.toas().get(i).subIntegration());
            cycles[i] = mean + Math.IEEEremainder(cycles[i] - mean, 1.0);
        }
    }
}
