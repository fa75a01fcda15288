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
 * @param profileBins bins of folded profiles, a power of two from 16 to 4096; null for arrival times
 */
public record SimulationRequest(
        String pulsar,
        ObservationSimulator.Setup setup,
        @Nullable InjectedResonance resonance,
        long seed,
        @Nullable Integer profileBins) {

    /** Back end of every simulated observation. */
    static final String BACKEND = "SIM";

    /** Receiver of every simulated observation. */
    static final String RECEIVER = "SIM-TILES";

    private static final int FEWEST_BINS = 16;
    private static final int MOST_BINS = 4096;

    public SimulationRequest {
        if (!pulsar.matches("[A-Za-z0-9+-]{1,32}")) {
            throw new IllegalArgumentException(
                    "a pulsar's name is 1 to 32 letters, digits, '+' or '-', not '" + pulsar + "'");
        }
        if (profileBins != null
                && (profileBins < FEWEST_BINS || profileBins > MOST_BINS || Integer.bitCount(profileBins) != 1)) {
            throw new IllegalArgumentException("bins of a profile must be a power of two from " + FEWEST_BINS + " to "
                    + MOST_BINS + ", not " + profileBins);
        }
    }

    /** Bins of the folded profiles. */
    int bins() {
        if (profileBins == null) {
            throw new IllegalStateException("the request is for arrival times");
        }
        return profileBins;
    }

    ObservationSimulator simulator() {
        return new ObservationSimulator(setup, resonance, seed);
    }
}
