package org.axionwatch.streams.timing;

import java.util.Optional;
import org.axionwatch.physics.dispersion.UnusableFrameException;
import org.axionwatch.physics.timing.NormalEquations;
import org.axionwatch.physics.timing.TimingFit;
import org.axionwatch.physics.timing.TimingSolution;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.records.pulsar.TimingResidual;
import org.axionwatch.streams.step.Settlement;
import org.jspecify.annotations.Nullable;

/** The timing of a pulsar under one ephemeris. */
final class PulsarTiming {

    private final PulsarEphemeris ephemeris;
    private final @Nullable TimingFit fit;
    private final Settlement withoutFit;

    private PulsarTiming(PulsarEphemeris ephemeris, @Nullable TimingFit fit, Settlement withoutFit) {
        this.ephemeris = ephemeris;
        this.fit = fit;
        this.withoutFit = withoutFit;
    }

    /** @throws IllegalArgumentException where a value of the ephemeris is impossible */
    static PulsarTiming of(PulsarEphemeris ephemeris) {
        try {
            return new PulsarTiming(ephemeris, new TimingFit(TimingRequests.of(ephemeris)), Settlement.OUT);
        } catch (UnusableFrameException e) {
            return new PulsarTiming(
                    ephemeris, null, Settlement.skipped(e.reason().name()));
        }
    }

    String pulsar() {
        return ephemeris.getPulsar();
    }

    int ephemerisVersion() {
        return ephemeris.getVersion();
    }

    /** The frame under this ephemeris; unusable for the same reason as every other where no fit can be formed. */
    FrameMeasurement measure(PulsarToaFrame frame) {
        return fit == null ? FrameMeasurement.unusable(withoutFit) : FrameMeasurement.of(fit, frame);
    }

    /** Sums of no frame; nothing where no fit can be formed. */
    Optional<NormalEquations> empty() {
        return Optional.ofNullable(fit).map(TimingFit::empty);
    }

    /** Solution of the sums. */
    TimingSolution solve(NormalEquations sums) {
        return requireFit().solve(sums);
    }

    /** The record of a solution. */
    org.axionwatch.records.pulsar.TimingSolution record(TimingSolution solution) {
        return TimingRecords.solution(ephemeris, requireFit().heldFixed(), solution);
    }

    /** The record of a frame under a solution; nothing where it is unusable. */
    Optional<TimingResidual> residual(PulsarToaFrame frame, FrameMeasurement measured, TimingSolution solution) {
        return measured.under(solution)
                .map(timed -> TimingRecords.residual(
                        frame, timed, measured.achromatic().orElseThrow(), framesIn(solution)));
    }

    private TimingRecords.Solved framesIn(TimingSolution solution) {
        return new TimingRecords.Solved(ephemerisVersion(), solution.quality().frames());
    }

    private TimingFit requireFit() {
        if (fit == null) {
            throw new IllegalStateException("no fit can be formed: " + withoutFit.reason());
        }
        return fit;
    }
}
