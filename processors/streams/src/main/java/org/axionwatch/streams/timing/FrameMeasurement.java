package org.axionwatch.streams.timing;

import java.util.Optional;
import org.axionwatch.physics.dispersion.ObservedFrame;
import org.axionwatch.physics.dispersion.PrefitFrame;
import org.axionwatch.physics.dispersion.UnusableFrameException;
import org.axionwatch.physics.likelihood.FixedPointException;
import org.axionwatch.physics.timing.FrameContribution;
import org.axionwatch.physics.timing.NormalEquations;
import org.axionwatch.physics.timing.TimedFrame;
import org.axionwatch.physics.timing.TimingFit;
import org.axionwatch.physics.timing.TimingSolution;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.streams.pulsar.ObservedFrames;
import org.axionwatch.streams.step.BadRecordException;
import org.axionwatch.streams.step.Settlement;
import org.jspecify.annotations.Nullable;

/**
 * A frame under one ephemeris: what it adds to the sums, or the reason why it adds nothing. The same frame and ephemeris
 * always give the same, so what was added can be subtracted without being kept.
 */
final class FrameMeasurement {

    private static final Settlement INVALID_VALUE = Settlement.skipped(BadRecordException.Reason.INVALID_VALUE.name());
    private static final Settlement OUT_OF_RANGE = Settlement.skipped("out-of-range");

    private final Settlement settlement;
    private final @Nullable Usable usable;

    private record Usable(TimingFit fit, ObservedFrame observed, PrefitFrame prefit, FrameContribution contribution) {}

    private FrameMeasurement(Settlement settlement, @Nullable Usable usable) {
        this.settlement = settlement;
        this.usable = usable;
    }

    static FrameMeasurement unusable(Settlement settlement) {
        return new FrameMeasurement(settlement, null);
    }

    static FrameMeasurement of(TimingFit fit, PulsarToaFrame frame) {
        try {
            return new FrameMeasurement(Settlement.OUT, measured(fit, frame));
        } catch (UnusableFrameException e) {
            return unusable(Settlement.skipped(e.reason().name()));
        } catch (BadRecordException e) {
            return unusable(Settlement.skipped(e.reason().name()));
        } catch (FixedPointException e) {
            return unusable(OUT_OF_RANGE);
        } catch (IllegalArgumentException e) {
            return unusable(INVALID_VALUE);
        }
    }

    private static Usable measured(TimingFit fit, PulsarToaFrame frame) {
        ObservedFrame observed = ObservedFrames.of(frame);
        PrefitFrame prefit = ObservedFrames.hasDelays(frame)
                ? fit.prefit(observed, ObservedFrames.delaysSeconds(frame))
                : fit.prefit(observed);
        FrameContribution contribution = fit.contribution(observed, prefit);
        fit.empty().add(contribution);
        return new Usable(fit, observed, prefit, contribution);
    }

    /** OUT where it adds to the sums, else skipped by reason. */
    Settlement settlement() {
        return settlement;
    }

    boolean isUsable() {
        return usable != null;
    }

    void addTo(NormalEquations sums) {
        if (usable != null) {
            sums.add(usable.contribution());
        }
    }

    void subtractFrom(NormalEquations sums) {
        if (usable != null) {
            sums.subtract(usable.contribution());
        }
    }

    /** The residuals under a solution of the same fit; nothing where the frame is unusable. */
    Optional<TimedFrame> under(TimingSolution solution) {
        return Optional.ofNullable(usable)
                .map(frame -> frame.fit().residuals(frame.observed(), frame.prefit(), solution));
    }

    /** What is known of the achromatic part; nothing where the frame is unusable. */
    Optional<PrefitFrame.Achromatic> achromatic() {
        return Optional.ofNullable(usable).map(frame -> frame.prefit().achromatic());
    }
}
