/** Simulated pulsar observations: radiometer noise, pulses, dispersion, red noise and injected resonances. */
@NullMarked
package org.axionwatch.physics.simulation;

import org.jspecify.annotations.NullMarked;
