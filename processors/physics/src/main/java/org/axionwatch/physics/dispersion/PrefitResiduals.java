package org.axionwatch.physics.dispersion;

import java.util.Arrays;
import org.axionwatch.physics.dispersion.PrefitFrame.Achromatic;
import org.axionwatch.physics.dispersion.UnusableFrameException.Reason;
import org.axionwatch.physics.time.DateResolution;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.axionwatch.physics.time.Observatories;
import org.axionwatch.physics.time.Observatory;
import org.jspecify.annotations.Nullable;

/**
 * Residuals of whole frames against a timing model, before any fit. For barycentred frames they are absolute: the spin model
 * counts turns from its epoch, exact to 0.1 ns over decades, of dates read at the resolution given. For topocentric frames the solar-system ephemeris of this
 * package is good to tens of microseconds only, so their residuals are relative to an unknown constant in each
 * sub-integration (see {@link InFrameResiduals} for what is left).
 */
public final class PrefitResiduals {

    /** A residual this near half a period may belong to the next pulse, as a share of the period. */
    private static final double LARGEST_PHASE = 0.45;

    private final TimingModel model;
    private final PulsePhases phases;
    private final DateResolution resolution;
    private final @Nullable ObservedFrame phaseReference;

    /**
     * @param model timing model of the pulsar
     * @param phaseReference one arrival time of pulse phase zero (TZRMJD, TZRSITE, TZRFRQ; infinite frequency where that is 0);
     *     null for the spin epoch; barycentred frames alone use it
     * @param resolution resolution of barycentred dates
     * @throws UnusableFrameException where the model has no spin
     */
    public PrefitResiduals(TimingModel model, @Nullable ObservedFrame phaseReference, DateResolution resolution) {
        if (!model.spin().isDefined()) {
            throw new UnusableFrameException(
                    Reason.MISSING_SPIN, "F0 is " + model.spin().frequencyHz() + " Hz");
        }
        this.model = model;
        this.resolution = resolution;
        this.phases = new PulsePhases(model, DispersionModel.DEFAULT);
        this.phaseReference = phaseReference;
        if (phaseReference != null && phaseReference.toas().size() != 1) {
            throw new IllegalArgumentException("a phase reference is one arrival time, not "
                    + phaseReference.toas().size());
        }
    }

    /**
     * Residuals of arrival times.
     *
     * @throws UnusableFrameException where frame, model or phase reference does not allow it, by named reason
     */
    public PrefitFrame of(ObservedFrame frame) {
        double[] uncertainties = InFrameResiduals.checkedUncertainties(frame, model.noise());
        return isBarycentred(frame) ? absolute(rounded(frame), uncertainties) : relative(frame, uncertainties);
    }

    private PrefitFrame relative(ObservedFrame frame, double[] uncertainties) {
        FrameArrival arrival = arrival(frame);
        double[] weights = Arrays.stream(uncertainties).map(u -> 1 / (u * u)).toArray();
        return packed(frame, arrival, phases.residualSeconds(frame, arrival, weights), uncertainties);
    }

    private PrefitFrame absolute(ObservedFrame frame, double[] uncertainties) {
        FrameArrival arrival = arrival(frame);
        double[] residuals = phases.absoluteResidualSeconds(frame, arrival, zeroPhaseCycles());
        for (int i = 0; i < residuals.length; i++) {
            if (!(Math.abs(residuals[i]) * model.spin().frequencyHz() < LARGEST_PHASE)) {
                throw new UnusableFrameException(
                        Reason.AMBIGUOUS_PHASE, "arrival time " + i + " is " + residuals[i] + " s from its pulse");
            }
        }
        return packed(frame, arrival, residuals, uncertainties);
    }

    /**
     * Residuals that the archive has formed with its own timing model.
     *
     * @param frame the observation, at the barycentre
     * @param delaysSeconds residual of each arrival time, s
     * @throws UnusableFrameException where frame or model does not allow it, by named reason
     */
    public PrefitFrame ofDelays(ObservedFrame frame, double[] delaysSeconds) {
        if (delaysSeconds.length != frame.toas().size()) {
            throw new IllegalArgumentException(
                    delaysSeconds.length + " delays for " + frame.toas().size() + " arrival times");
        }
        double[] uncertainties = InFrameResiduals.checkedUncertainties(frame, model.noise());
        for (int i = 0; i < delaysSeconds.length; i++) {
            if (!Double.isFinite(delaysSeconds[i])) {
                throw new UnusableFrameException(
                        Reason.INVALID_RESIDUAL, "arrival time " + i + " has " + delaysSeconds[i]);
            }
        }
        return packed(frame, arrival(frame), delaysSeconds.clone(), uncertainties);
    }

    private PrefitFrame packed(ObservedFrame frame, FrameArrival arrival, double[] residuals, double[] uncertainties) {
        ModifiedJulianDate reference = model.spin().units().fromTdb(arrival.referenceTdb());
        double spin = reference.secondsSince(model.spin().epoch());
        double dispersion = reference.secondsSince(model.dispersion().epoch());
        double[] spinSeconds = new double[residuals.length];
        double[] dispersionSeconds = new double[residuals.length];
        for (int i = 0; i < residuals.length; i++) {
            spinSeconds[i] = spin + arrival.barycentricSeconds(i);
            dispersionSeconds[i] = dispersion + arrival.barycentricSeconds(i);
        }
        return new PrefitFrame(
                isBarycentred(frame) ? Achromatic.ABSOLUTE : Achromatic.FREE,
                residuals,
                arrival.barycentricFrequenciesMHz(),
                uncertainties,
                spinSeconds,
                dispersionSeconds);
    }

    private double zeroPhaseCycles() {
        if (phaseReference == null) {
            return 0;
        }
        ObservedFrame zero = isBarycentred(phaseReference) ? rounded(phaseReference) : phaseReference;
        FrameArrival arrival = arrival(zero);
        return phases.fractionalCycles(
                arrival, phases.emissionSeconds(zero.toas().get(0), arrival, 0));
    }

    private ObservedFrame rounded(ObservedFrame frame) {
        return new ObservedFrame(
                frame.observatory(),
                frame.timeScale(),
                frame.toas().stream()
                        .map(toa -> new ObservedToa(
                                resolution.round(toa.time()),
                                toa.frequencyMHz(),
                                toa.uncertaintySeconds(),
                                toa.subIntegration(),
                                toa.flags()))
                        .toList());
    }

    private FrameArrival arrival(ObservedFrame frame) {
        return FrameArrival.of(frame, model.astrometry(), model.spin().units());
    }

    private static boolean isBarycentred(ObservedFrame frame) {
        return Observatories.find(frame.observatory())
                .filter(Observatory::isBarycentre)
                .isPresent();
    }
}
