package org.axionwatch.physics.timing;

import java.util.List;
import org.axionwatch.physics.dispersion.ObservedFrame;
import org.axionwatch.physics.dispersion.PrefitFrame;
import org.axionwatch.physics.dispersion.PrefitResiduals;
import org.axionwatch.physics.dispersion.UnusableFrameException;
import org.axionwatch.physics.time.DateResolution;

/**
 * Streaming generalised least squares of all observations of one pulsar: each frame becomes a {@link FrameContribution} on its
 * own, {@link NormalEquations} add them in any order, and the sums give the solution that a batch fit of all frames gives
 * (linearised about the timing model, as each iteration of a batch fit is).
 *
 * <p>Barycentred frames determine every term. Topocentric frames without an ephemeris have a free constant in each
 * sub-integration, the limit of infinite jitter: they determine DM, its derivatives, FD and chromatic differences only.
 */
public final class TimingFit {

    private final TimingRequest request;
    private final TimingDesign design;
    private final PrefitResiduals residuals;

    /**
     * Residuals as PINT and Tempo2 form them, of barycentric dates of 80 bits.
     *
     * @param request what is fitted
     * @throws UnusableFrameException where the timing model cannot form residuals
     */
    public TimingFit(TimingRequest request) {
        this(request, DateResolution.EIGHTY_BIT);
    }

    /**
     * @param request what is fitted
     * @param resolution resolution of barycentred dates
     * @throws UnusableFrameException where the timing model cannot form residuals
     */
    public TimingFit(TimingRequest request, DateResolution resolution) {
        this.request = request;
        this.design = new TimingDesign(request);
        this.residuals = new PrefitResiduals(request.model(), request.phaseReference(), resolution);
    }

    /** The fitted terms in the order of the solution. */
    public List<TimingTerm> terms() {
        return design.terms();
    }

    /** Terms that the request fits but that keep their values here: position, orbit and others not named above. */
    public List<String> heldFixed() {
        return design.heldFixed();
    }

    /**
     * The frame against the timing model.
     *
     * @param frame arrival times
     * @throws UnusableFrameException where it cannot be used, by named reason
     */
    public PrefitFrame prefit(ObservedFrame frame) {
        return withJumps(frame, residuals.of(frame));
    }

    /**
     * The frame with residuals of the archive's own timing model, which has its jumps already.
     *
     * @param frame arrival times at the barycentre
     * @param delaysSeconds residual of each, s
     * @throws UnusableFrameException where it cannot be used, by named reason
     */
    public PrefitFrame prefit(ObservedFrame frame, double[] delaysSeconds) {
        return residuals.ofDelays(frame, delaysSeconds);
    }

    /** What a frame adds to the normal equations. */
    public FrameContribution contribution(ObservedFrame frame, PrefitFrame prefit) {
        return FrameContribution.of(
                design.scaledRows(frame, prefit),
                prefit.residualSeconds(),
                prefit.uncertaintySeconds(),
                blocks(frame, prefit));
    }

    /** Normal equations of no frame. */
    public NormalEquations empty() {
        return NormalEquations.empty(terms().size());
    }

    /**
     * Solution of the frames added so far.
     *
     * @throws IllegalArgumentException where the sums are of other terms
     */
    public TimingSolution solve(NormalEquations equations) {
        if (equations.terms() != terms().size()) {
            throw new IllegalArgumentException(
                    "sums of " + equations.terms() + " terms for a fit of " + terms().size());
        }
        return TimingSolution.of(terms(), equations);
    }

    /** The residuals of a frame under a solution. */
    public TimedFrame residuals(ObservedFrame frame, PrefitFrame prefit, TimingSolution solution) {
        double[][] rows = design.scaledRows(frame, prefit);
        double[] red = new double[prefit.size()];
        double[] whitened = prefit.residualSeconds().clone();
        for (int toa = 0; toa < red.length; toa++) {
            for (int term = 0; term < rows[toa].length; term++) {
                double fitted = rows[toa][term]
                        * solution.corrections()[term]
                        / terms().get(term).scale();
                whitened[toa] -= fitted;
                red[toa] += terms().get(term).hasPrior() ? fitted : 0;
            }
        }
        removeConstants(whitened, prefit, blocks(frame, prefit));
        return new TimedFrame(
                prefit.residualSeconds(), red, whitened, prefit.uncertaintySeconds(), prefit.barycentricFrequencyMHz());
    }

    private List<EpochBlock> blocks(ObservedFrame frame, PrefitFrame prefit) {
        return EpochBlock.of(frame, prefit, request.model().noise());
    }

    /** Takes out the most probable constant of each block. */
    private static void removeConstants(double[] residuals, PrefitFrame prefit, List<EpochBlock> blocks) {
        for (EpochBlock block : blocks) {
            double weights = block.precision();
            double sum = 0;
            for (int toa : block.toas()) {
                double weight = FrameContribution.weight(prefit.uncertaintySeconds()[toa]);
                weights += weight;
                sum += weight * residuals[toa];
            }
            for (int toa : block.toas()) {
                residuals[toa] -= sum / weights;
            }
        }
    }

    private PrefitFrame withJumps(ObservedFrame frame, PrefitFrame prefit) {
        double[] jumped = prefit.residualSeconds().clone();
        for (int toa = 0; toa < jumped.length; toa++) {
            jumped[toa] += design.jumpSeconds(frame, toa);
        }
        return new PrefitFrame(
                prefit.achromatic(),
                jumped,
                prefit.barycentricFrequencyMHz(),
                prefit.uncertaintySeconds(),
                prefit.secondsFromSpinEpoch(),
                prefit.secondsFromDispersionEpoch());
    }
}
