package org.axionwatch.app.timing;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.axionwatch.records.pulsar.TimingResidual;
import org.axionwatch.records.pulsar.TimingSolution;

/**
 * The timing of the pulsars of this instance, under all their frames so far; asked at any moment and from any thread. Every
 * method throws {@link org.apache.kafka.streams.errors.InvalidStateStoreException} while the processors do not run.
 */
public interface TimingSource {
    /** Pulsars that have a solution, sorted. */
    List<String> pulsars();

    /** The solution with its covariance; nothing for a pulsar that has none. */
    Optional<TimingSolution> solution(String pulsar);

    /**
     * Every usable frame of a pulsar under its solution, by frame id.
     *
     * @return false for a pulsar that has no solution
     */
    boolean residuals(String pulsar, Consumer<TimingResidual> action);
}
