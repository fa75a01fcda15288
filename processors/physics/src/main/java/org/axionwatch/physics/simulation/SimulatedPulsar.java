package org.axionwatch.physics.simulation;

import org.jspecify.annotations.Nullable;

/**
 * A pulsar to observe.
 *
 * @param pulses when its pulses arrive without noise
 * @param emission shape and brightness of its pulses
 * @param redNoise achromatic timing noise, null for none
 */
public record SimulatedPulsar(BarycentricPulses pulses, PulsedEmission emission, @Nullable PowerLawRedNoise redNoise) {}
