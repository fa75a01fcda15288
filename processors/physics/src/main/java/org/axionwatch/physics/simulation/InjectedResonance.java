package org.axionwatch.physics.simulation;

import org.axionwatch.physics.ArgumentChecks;
import org.axionwatch.physics.axion.ResonanceTemplate;

/**
 * A resonance injected by its signal-to-noise ratio as arXiv:2505.16562 defines it: delay on resonance over the noise of
 * one channel there. A decay constant cannot set it: real delays are sixteen orders below any noise.
 *
 * @param resonanceMHz barycentric resonance frequency, MHz
 * @param signalToNoise delay on resonance over the arrival-time uncertainty of one channel of one sub-integration at the
 *     resonance; negative for an advance
 * @param line shape of the line
 */
public record InjectedResonance(double resonanceMHz, double signalToNoise, ResonanceTemplate line) {

    public InjectedResonance {
        ArgumentChecks.positive("resonance frequency", resonanceMHz);
        ArgumentChecks.finite("signal-to-noise ratio", signalToNoise);
    }
}
