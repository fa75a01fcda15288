package org.axionwatch.streams.timing;

import java.util.List;
import java.util.Optional;
import org.axionwatch.records.pulsar.TimingResidual;
import org.axionwatch.records.pulsar.TimingSolution;
import org.jspecify.annotations.Nullable;

/**
 * What the step emits at once.
 *
 * @param residual residuals of a frame, null for none
 * @param solution new solution of its pulsar, null for none
 */
record TimingUpdate(@Nullable TimingResidual residual, @Nullable TimingSolution solution) {

    List<TimingResidual> residuals() {
        return Optional.ofNullable(residual).stream().toList();
    }

    List<TimingSolution> solutions() {
        return Optional.ofNullable(solution).stream().toList();
    }
}
