package org.axionwatch.physics.timing;

import java.util.List;
import org.axionwatch.physics.dispersion.ObservedFrame;
import org.axionwatch.physics.dispersion.TimingModel;
import org.jspecify.annotations.Nullable;

/**
 * What is fitted to all observations of a pulsar.
 *
 * @param model timing model that residuals are formed with
 * @param fittedTerms names of the fitted terms as a .par file has them; a constant offset is always fitted
 * @param jumps offsets between groups of arrival times; fitted where their name is among the terms
 * @param redNoise red noise, null where there is none
 * @param phaseReference one arrival time of pulse phase zero, null for the spin epoch
 */
public record TimingRequest(
        TimingModel model,
        List<String> fittedTerms,
        List<TimingJump> jumps,
        @Nullable RedNoise redNoise,
        @Nullable ObservedFrame phaseReference) {

    public TimingRequest {
        fittedTerms = List.copyOf(fittedTerms);
        jumps = List.copyOf(jumps);
    }
}
