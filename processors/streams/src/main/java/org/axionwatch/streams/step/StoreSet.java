package org.axionwatch.streams.step;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.kafka.streams.state.StoreBuilder;

/** Stores in a fixed order: {@code Set.of} changes its order from run to run, and with it the description of the topology. */
public final class StoreSet {

    private StoreSet() {}

    public static Set<StoreBuilder<?>> inOrder(StoreBuilder<?>... stores) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(stores)));
    }
}
