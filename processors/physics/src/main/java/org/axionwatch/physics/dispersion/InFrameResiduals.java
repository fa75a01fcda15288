package org.axionwatch.physics.dispersion;

import java.util.ArrayList;
import java.util.List;
import org.axionwatch.physics.dispersion.FrameResidual.DispersionCorrection;
import org.axionwatch.physics.dispersion.FrameResidual.Goodness;
import org.axionwatch.physics.dispersion.FrameResidual.Terms;
import org.axionwatch.physics.dispersion.UnusableFrameException.Reason;

/**
 * Forms the chromatic residual curve of a frame: barycentric frequency, timing model with orbit and dispersion, unwrapping
 * by whole periods, then the weighted projection of one constant per sub-integration, one nu^-2 per frame and, where asked,
 * a polynomial in ln nu.
 *
 * <p>Everything achromatic that is constant inside a sub-integration (clock, ephemeris, red noise, Shapiro delay, parallax)
 * is one of the fitted constants, so it is not modelled. The DM, DMX and FD terms of the timing model are removed with
 * their values there; the DM is corrected by the fit, the FD terms by that of the polynomial.
 */
public final class InFrameResiduals {

    private final TimingModel model;
    private final int polynomialDegree;
    private final DispersionModel dispersion = DispersionModel.DEFAULT;

    /**
     * @param model timing model of the pulsar
     */
    public InFrameResiduals(TimingModel model) {
        this(model, 0);
    }

    /**
     * @param model timing model of the pulsar
     * @param polynomialDegree highest power of ln nu fitted in each frame, 0 for none, at most
     *     {@link InFrameProjection#HIGHEST_DEGREE}
     */
    public InFrameResiduals(TimingModel model, int polynomialDegree) {
        this.model = model;
        this.polynomialDegree = polynomialDegree;
    }

    /**
     * Residual curve of a frame of arrival times.
     *
     * @param frame arrival times of one observation
     * @throws UnusableFrameException where the frame or the model does not allow it, by named reason
     */
    public FrameResidual of(ObservedFrame frame) {
        double[] uncertainties = checkedUncertainties(frame, model.noise());
        if (!model.spin().isDefined()) {
            throw new UnusableFrameException(
                    Reason.MISSING_SPIN, "F0 is " + model.spin().frequencyHz() + " Hz");
        }
        FrameArrival arrival =
                FrameArrival.of(frame, model.astrometry(), model.spin().units());
        double[] weights = new double[uncertainties.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 / (uncertainties[i] * uncertainties[i]);
        }
        double[] delays = new PulsePhases(model, dispersion).residualSeconds(frame, arrival, weights);
        return project(frame, arrival.barycentricFrequenciesMHz(), uncertainties, delays, removedTerms(frame));
    }

    /**
     * Residual curve of a frame whose archive gives timing residuals instead of arrival times.
     *
     * @param frame the observation; its times place it, they are not fitted
     * @param delaysSeconds residual of each arrival time after the archive's own timing model, s
     * @throws UnusableFrameException where the frame or the model does not allow it, by named reason
     */
    public FrameResidual ofDelays(ObservedFrame frame, double[] delaysSeconds) {
        if (delaysSeconds.length != frame.toas().size()) {
            throw new IllegalArgumentException(
                    delaysSeconds.length + " delays for " + frame.toas().size() + " arrival times");
        }
        double[] uncertainties = checkedUncertainties(frame, model.noise());
        FrameArrival arrival =
                FrameArrival.of(frame, model.astrometry(), model.spin().units());
        return project(frame, arrival.barycentricFrequenciesMHz(), uncertainties, delaysSeconds, List.of());
    }

    /**
     * Uncertainties with EFAC and EQUAD applied, s.
     *
     * @throws UnusableFrameException NO_TOAS, INVALID_FREQUENCY or INVALID_UNCERTAINTY
     */
    static double[] checkedUncertainties(ObservedFrame frame, NoiseModel noise) {
        List<ObservedToa> toas = frame.toas();
        if (toas.isEmpty()) {
            throw new UnusableFrameException(Reason.NO_TOAS, "the frame is empty");
        }
        double[] uncertainties = new double[toas.size()];
        for (int i = 0; i < uncertainties.length; i++) {
            ObservedToa toa = toas.get(i);
            requirePositive(toa.frequencyMHz(), Reason.INVALID_FREQUENCY, i, "MHz");
            requirePositive(toa.uncertaintySeconds(), Reason.INVALID_UNCERTAINTY, i, "s");
            uncertainties[i] = noise.scaledUncertaintySeconds(toa);
            requirePositive(uncertainties[i], Reason.INVALID_UNCERTAINTY, i, "s after EFAC and EQUAD");
        }
        return uncertainties;
    }

    private FrameResidual project(
            ObservedFrame frame,
            double[] frequenciesMHz,
            double[] uncertainties,
            double[] delays,
            List<String> removed) {
        requireFinite(delays);
        int[] subIntegrations =
                frame.toas().stream().mapToInt(ObservedToa::subIntegration).toArray();
        InFrameProjection projection =
                InFrameProjection.of(frequenciesMHz, uncertainties, subIntegrations, polynomialDegree);
        InFrameProjection.Fit fit = projection.fit(delays);
        ResidualCurve curve =
                new ResidualCurve(frequenciesMHz, fit.projected(), uncertainties, subIntegrations, polynomialDegree);
        return new FrameResidual(
                curve,
                fit.offsets(),
                correction(fit),
                new Goodness(projection.product(fit.projected(), fit.projected()), projection.degreesOfFreedom()),
                new Terms(removed, fittedTerms(fit, projection.fittedDegree())));
    }

    private DispersionCorrection correction(InFrameProjection.Fit fit) {
        double reference = InFrameProjection.referenceMHz();
        return new DispersionCorrection(
                dispersion.dispersionMeasure(fit.chromaticSeconds(), reference),
                dispersion.dispersionMeasure(fit.chromaticUncertaintySeconds(), reference));
    }

    private List<String> removedTerms(ObservedFrame frame) {
        double[] dates = frame.toas().stream()
                .mapToDouble(toa -> toa.time().toDouble())
                .sorted()
                .toArray();
        List<String> names = new ArrayList<>(model.dispersion().namesAt(dates[0], dates[dates.length - 1]));
        BinaryOrbit orbit = model.orbit();
        if (orbit != null) {
            names.add("BINARY " + orbit.description());
        }
        return names;
    }

    private static List<String> fittedTerms(InFrameProjection.Fit fit, int degree) {
        List<String> names = new ArrayList<>();
        fit.offsets().forEach(offset -> names.add("OFFSET_" + offset.subIntegration()));
        names.add("DELTA_DM");
        for (int power = 1; power <= degree; power++) {
            names.add("DELTA_FD" + power);
        }
        return names;
    }

    private static void requirePositive(double value, Reason reason, int toa, String unit) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new UnusableFrameException(reason, "arrival time " + toa + " has " + value + " " + unit);
        }
    }

    private static void requireFinite(double[] delays) {
        for (int i = 0; i < delays.length; i++) {
            if (!Double.isFinite(delays[i])) {
                throw new UnusableFrameException(Reason.INVALID_RESIDUAL, "arrival time " + i + " has " + delays[i]);
            }
        }
    }
}
