package org.axionwatch.app.simulate;

import org.axionwatch.physics.simulation.InjectedResonance;
import org.axionwatch.physics.simulation.ObservationSimulator;
import org.jspecify.annotations.Nullable;

/**
 * What is to be simulated.
 *
 * @param pulsar name of the pulsar, beginning of every file name
 * @param setup what is observed and how
 * @param resonance what is injected, null for nothing
 * @param seed seed of everything random
 */
public record SimulationRequest(
        String pulsar, ObservationSimulator.Setup setup, @Nullable InjectedResonance resonance, long seed) {

    /** Back end of every simulated observation. */
    static final String BACKEND = "SIM";

    /** Receiver of every simulated observation. */
    static final String RECEIVER = "SIM-TILES";

    public SimulationRequest {
        if (!pulsar.matches("[A-Za-z0-9+-]{1,32}")) {
            throw new IllegalArgumentException(
                    "a pulsar's name is 1 to 32 letters, digits, '+' or '-', not '" + pulsar + "'");
        }
    }

    ObservationSimulator simulator() {
        return new ObservationSimulator(setup, resonance, seed);
    }
}
