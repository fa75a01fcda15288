package org.axionwatch.app.timing;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.axionwatch.records.pulsar.TimingResidual;
import org.axionwatch.records.pulsar.TimingSolution;
import org.axionwatch.streams.runtime.StreamsRuntime;

/** Asks the kept state of running processors. */
public record StreamTiming(StreamsRuntime runtime) implements TimingSource {
    @Override
    public List<String> pulsars() {
        return runtime.timing().pulsars();
    }

    @Override
    public Optional<TimingSolution> solution(String pulsar) {
        return runtime.timing().solution(pulsar);
    }

    @Override
    public boolean residuals(String pulsar, Consumer<TimingResidual> action) {
        return runtime.timing().residuals(pulsar, action);
    }
}
