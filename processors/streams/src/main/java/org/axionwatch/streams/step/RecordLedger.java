package org.axionwatch.streams.step;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * What came into a step and what became of it, counted in the step's unit and, where a record holds several things (TOAs,
 * events), in those too. The counters are state of the step: committed with its outputs in one transaction, so that
 * after a crash they agree with what was emitted.
 *
 * <p>Key of a counter: {@code unit/OUTCOME/reason}, {@code unit/IN/} for arrivals.
 */
public final class RecordLedger {

    private static final String STORE_PREFIX = "ledger-";
    private static final String IN = "IN";
    private static final String SEPARATOR = "/";

    private final KeyValueStore<String, Long> counters;
    private final String unit;

    /**
     * @param counters the step's store, as {@link #store} builds it
     * @param unit what one record of the step is called
     */
    public RecordLedger(KeyValueStore<String, Long> counters, String unit) {
        this.counters = counters;
        this.unit = unit;
    }

    public static String storeName(String step) {
        return STORE_PREFIX + step;
    }

    /** Memory-resident counters with a changelog that is written once a commit. */
    public static StoreBuilder<KeyValueStore<String, Long>> store(String step) {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(storeName(step)), Serdes.String(), Serdes.Long())
                .withCachingEnabled()
                .withLoggingEnabled(Map.of());
    }

    /** Key of the arrivals of a unit. */
    public static String inKey(String unit) {
        return unit + SEPARATOR + IN + SEPARATOR;
    }

    private static String key(String unit, Settlement settlement) {
        return unit + SEPARATOR + settlement.outcome() + SEPARATOR + settlement.reason();
    }

    public void received() {
        received(unit, 1);
    }

    public void settle(Settlement settlement) {
        settle(unit, settlement, 1);
    }

    /** A record that waited is settled for good. */
    public void resettle(Settlement waiting, Settlement settlement) {
        settle(unit, waiting, -1);
        settle(unit, settlement, 1);
    }

    public void received(String things, long count) {
        add(inKey(things), count);
    }

    public void settle(String things, Settlement settlement, long count) {
        add(key(things, settlement), count);
    }

    private void add(String key, long count) {
        if (count != 0) {
            Long before = counters.get(key);
            counters.put(key, (before == null ? 0 : before) + count);
        }
    }
}
