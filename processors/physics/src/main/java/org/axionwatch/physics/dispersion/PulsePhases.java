package org.axionwatch.physics.dispersion;

import org.axionwatch.physics.PhysicalConstants;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.jspecify.annotations.Nullable;

/** Turns barycentric arrivals of one frame into timing residuals, each within half a period of its sub-integration's mean. */
final class PulsePhases {

    private final TimingModel model;
    private final DispersionModel dispersion;
    private final @Nullable OrbitDelay orbit;

    PulsePhases(TimingModel model, DispersionModel dispersion) {
        this.model = model;
        this.dispersion = dispersion;
        BinaryOrbit binary = model.orbit();
        this.orbit = binary == null ? null : new OrbitDelay(binary);
    }

    /**
     * Residuals after the timing model with the whole number of turns since the spin epoch left out, s; each lies within half
     * a period of zero.
     *
     * @param phaseCycles phase that counts as zero, in cycles since the spin epoch
     */
    double[] absoluteResidualSeconds(ObservedFrame frame, FrameArrival arrival, double phaseCycles) {
        double[] residuals = new double[frame.toas().size()];
        for (int i = 0; i < residuals.length; i++) {
            double cycles =
                    fractionalCycles(arrival, emissionSeconds(frame.toas().get(i), arrival, i));
            residuals[i] =
                    Math.IEEEremainder(cycles - phaseCycles, 1.0) / model.spin().frequencyHz();
        }
        return residuals;
    }

    /** Pulse phase since the spin epoch less whole turns, cycles: good to 1e-8, as turns of whole seconds are split exactly. */
    double fractionalCycles(FrameArrival arrival, double emissionSeconds) {
        SpinModel spin = model.spin();
        ModifiedJulianDate reference = spin.units().fromTdb(arrival.referenceTdb());
        double wholeSeconds = (reference.day() - spin.epoch().day()) * PhysicalConstants.SECONDS_PER_DAY
                + Math.rint(reference.fraction() * PhysicalConstants.SECONDS_PER_DAY)
                - Math.rint(spin.epoch().fraction() * PhysicalConstants.SECONDS_PER_DAY);
        double rest = fractionOfSecond(reference) - fractionOfSecond(spin.epoch()) + emissionSeconds;
        double turns = spin.frequencyHz() * wholeSeconds;
        double lost = Math.fma(spin.frequencyHz(), wholeSeconds, -turns);
        double seconds = wholeSeconds + rest;
        double slow = 0;
        for (int k = spin.derivatives().size(); k > 0; k--) {
            slow = (slow + spin.derivatives().get(k - 1)) * seconds / (k + 1);
        }
        return Math.IEEEremainder(turns, 1.0)
                + lost
                + Math.IEEEremainder(spin.frequencyHz() * rest, 1.0)
                + (spin.frequencyRemainderHz() + slow) * seconds;
    }

    /** Time of day less its whole seconds, free of the rounding of their sum, s. */
    private static double fractionOfSecond(ModifiedJulianDate date) {
        double seconds = date.fraction() * PhysicalConstants.SECONDS_PER_DAY;
        double lost = Math.fma(date.fraction(), PhysicalConstants.SECONDS_PER_DAY, -seconds);
        return (seconds - Math.rint(seconds)) + lost;
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

    /** Time at the pulsar of the pulse, s after the frame's reference in the units of the model. */
    double emissionSeconds(ObservedToa toa, FrameArrival arrival, int index) {
        TimeUnits units = model.spin().units();
        ModifiedJulianDate reference = units.fromTdb(arrival.referenceTdb());
        double frequencyMHz = arrival.barycentricFrequencyMHz(index);
        DispersionTerms terms = model.dispersion();
        double measure = terms.smoothPcPerCm3(reference.secondsSince(terms.epoch()))
                + terms.rangeOffsetPcPerCm3(toa.time().toDouble());
        double seconds = units.fromTdbSeconds(arrival.barycentricSeconds(index)
                - dispersion.delaySeconds(measure, frequencyMHz)
                - terms.frequencyDependentDelaySeconds(frequencyMHz));
        return orbit == null ? seconds : seconds - orbit.seconds(reference, seconds);
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
