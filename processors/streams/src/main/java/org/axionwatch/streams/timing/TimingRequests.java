package org.axionwatch.streams.timing;

import java.util.List;
import org.axionwatch.physics.dispersion.ObservedFrame;
import org.axionwatch.physics.dispersion.ObservedToa;
import org.axionwatch.physics.dispersion.ToaSelection;
import org.axionwatch.physics.time.TimeScale;
import org.axionwatch.physics.timing.RedNoise;
import org.axionwatch.physics.timing.TimingJump;
import org.axionwatch.physics.timing.TimingRequest;
import org.axionwatch.records.pulsar.PhaseReference;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.streams.pulsar.TimingModels;
import org.jspecify.annotations.Nullable;

/** Unpacks what is fitted to all frames of a pulsar from its {@link PulsarEphemeris}. */
final class TimingRequests {

    private static final String BARYCENTRE = "@";
    private static final double UNUSED_UNCERTAINTY_SECONDS = 1e-6;

    private TimingRequests() {}

    /** @throws IllegalArgumentException where a value of the record is impossible */
    static TimingRequest of(PulsarEphemeris ephemeris) {
        List<TimingJump> jumps = ephemeris.getJumps().stream()
                .map(jump -> new TimingJump(
                        jump.getLabel(),
                        new ToaSelection(jump.getFlag(), jump.getFlagValue()),
                        jump.getOffsetSeconds()))
                .toList();
        return new TimingRequest(
                TimingModels.of(ephemeris),
                ephemeris.getFittedTerms(),
                jumps,
                redNoise(ephemeris),
                phaseReference(ephemeris.getPhaseReference()));
    }

    /** Whether the ephemeris has red noise that cannot be fitted, since its time span is unknown. */
    static boolean lacksTimeSpan(PulsarEphemeris ephemeris) {
        return ephemeris.getRedNoise() != null && ephemeris.getTimeSpanSeconds() == null;
    }

    private static @Nullable RedNoise redNoise(PulsarEphemeris ephemeris) {
        var red = ephemeris.getRedNoise();
        Double spanSeconds = ephemeris.getTimeSpanSeconds();
        return red == null || spanSeconds == null
                ? null
                : new RedNoise(red.getLog10Amplitude(), red.getSpectralIndex(), red.getComponents(), spanSeconds);
    }

    private static @Nullable ObservedFrame phaseReference(@Nullable PhaseReference reference) {
        if (reference == null) {
            return null;
        }
        boolean infinite = reference.getFrequencyMHz() == 0;
        ObservedToa toa = new ObservedToa(
                TimingModels.instant(reference.getTime()),
                infinite ? Double.POSITIVE_INFINITY : reference.getFrequencyMHz(),
                UNUSED_UNCERTAINTY_SECONDS,
                0,
                List.of());
        TimeScale scale = reference.getObservatory().equals(BARYCENTRE) ? TimeScale.TDB : TimeScale.UTC;
        return new ObservedFrame(reference.getObservatory(), scale, List.of(toa));
    }
}
