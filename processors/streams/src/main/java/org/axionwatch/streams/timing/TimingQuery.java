package org.axionwatch.streams.timing;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.axionwatch.physics.timing.TimingSolution;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.records.pulsar.TimingResidual;
import org.axionwatch.streams.step.MemberKey;

/**
 * Answers about the timing of pulsars from the kept state, at any moment and from any thread: the solution of all frames so
 * far, and every frame under it, those included that came when less was known. It knows the pulsars of the partitions of
 * this instance. Every method throws {@link InvalidStateStoreException} while partitions move.
 */
public final class TimingQuery {

    private static final int ATTEMPTS = 10;

    private final Stores stores;

    /** Gives the store of a name. */
    @FunctionalInterface
    public interface Stores {
        <V> ReadOnlyKeyValueStore<String, V> get(String name);
    }

    private record Solved(PulsarTiming timing, TimingSolution solution) {}

    public TimingQuery(Stores stores) {
        this.stores = stores;
    }

    /** Reads the stores of a running application. */
    public static TimingQuery of(KafkaStreams streams) {
        return new TimingQuery(new Stores() {
            @Override
            public <V> ReadOnlyKeyValueStore<String, V> get(String name) {
                return streams.store(
                        StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, V>keyValueStore()));
            }
        });
    }

    /** Pulsars that have a solution, sorted. */
    public List<String> pulsars() {
        TreeSet<String> pulsars = new TreeSet<>();
        try (KeyValueIterator<String, byte[]> sums =
                stores.<byte[]>get(TimingStores.SUMS).all()) {
            sums.forEachRemaining(entry -> pulsars.add(entry.key));
        }
        return List.copyOf(pulsars);
    }

    /** The solution of all frames so far with its covariance; nothing for a pulsar that has none. */
    public Optional<org.axionwatch.records.pulsar.TimingSolution> solution(String pulsar) {
        return solved(pulsar).map(found -> found.timing().record(found.solution()));
    }

    /**
     * Every usable frame under the solution of all frames so far, in the order of their ids.
     *
     * @param action takes one frame after the other
     * @return false for a pulsar that has no solution
     */
    public boolean residuals(String pulsar, Consumer<TimingResidual> action) {
        Optional<Solved> solved = solved(pulsar);
        solved.ifPresent(found -> forEachFrame(pulsar, frame -> found.timing()
                .residual(frame, found.timing().measure(frame), found.solution())
                .ifPresent(action)));
        return solved.isPresent();
    }

    private void forEachFrame(String pulsar, Consumer<PulsarToaFrame> action) {
        try (KeyValueIterator<String, PulsarToaFrame> frames = stores.<PulsarToaFrame>get(TimingStores.FRAMES)
                .prefixScan(MemberKey.prefix(pulsar), new StringSerializer())) {
            frames.forEachRemaining(entry -> action.accept(entry.value));
        }
    }

    /** Sums and ephemeris are two stores: where an ephemeris is just being replaced, they are read again. */
    private Optional<Solved> solved(String pulsar) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            PulsarEphemeris ephemeris =
                    stores.<PulsarEphemeris>get(TimingStores.EPHEMERIDES).get(pulsar);
            byte[] bytes = stores.<byte[]>get(TimingStores.SUMS).get(pulsar);
            if (ephemeris == null || bytes == null) {
                return Optional.empty();
            }
            TimingSums sums = TimingSums.fromBytes(bytes);
            if (sums.ephemerisVersion() == ephemeris.getVersion()) {
                PulsarTiming timing = PulsarTiming.of(ephemeris);
                return Optional.of(new Solved(timing, timing.solve(sums.equations())));
            }
        }
        throw new InvalidStateStoreException("the ephemeris of " + pulsar + " is being replaced");
    }
}
