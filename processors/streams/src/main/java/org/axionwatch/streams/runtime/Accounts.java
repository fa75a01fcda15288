package org.axionwatch.streams.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.axionwatch.streams.alert.AlertTopology;
import org.axionwatch.streams.evidence.EvidenceTopology;
import org.axionwatch.streams.likelihood.LikelihoodTopology;
import org.axionwatch.streams.limit.LimitTopology;
import org.axionwatch.streams.residual.ResidualTopology;
import org.axionwatch.streams.score.ScoreTopology;
import org.axionwatch.streams.step.RecordLedger;
import org.axionwatch.streams.timing.TimingTopology;
import org.axionwatch.streams.toa.ToaTopology;

/**
 * What came into each step and what became of it, at the moment of reading. Frames or batches that wait for their
 * ephemeris or source appear as skipped under {@code waiting-for-ephemeris} or {@code waiting-for-source} until they are
 * processed. Dead letters are counted by the step itself, in the transaction that writes them.
 *
 * @param steps account of each step in its own unit, in the order of the flow
 * @param things accounts in finer units: {@code channels} of the toa step, {@code toas} of the residual step,
 *     {@code timing-toas} of the timing step, {@code events} of the likelihood step
 */
public record Accounts(Map<String, StepAccount> steps, Map<String, StepAccount> things) {

    private static final List<Step> STEPS = List.of(
            new Step(ToaTopology.STEP, "sub-integrations"),
            new Step(ResidualTopology.STEP, "frames"),
            new Step(TimingTopology.STEP, TimingTopology.UNIT),
            new Step(ScoreTopology.STEP, "frames"),
            new Step(EvidenceTopology.STEP, "frames"),
            new Step(LikelihoodTopology.STEP, "batches"),
            new Step(LimitTopology.PULSAR_STEP, "stacks"),
            new Step(LimitTopology.XRAY_STEP, "likelihoods"),
            new Step(AlertTopology.PULSAR_STEP, "stacks"),
            new Step(AlertTopology.XRAY_STEP, "likelihoods"));
    private static final List<Thing> THINGS = List.of(
            new Thing("channels", new Step(ToaTopology.STEP, "channels")),
            new Thing("toas", new Step(ResidualTopology.STEP, "toas")),
            new Thing("timing-toas", new Step(TimingTopology.STEP, TimingTopology.TOAS)),
            new Thing("events", new Step(LikelihoodTopology.STEP, "events")));

    private record Step(String name, String unit) {}

    private record Thing(String name, Step counted) {}

    /** Reads the ledgers of all partitions that a running application holds. */
    public static Accounts of(KafkaStreams streams) {
        return read(store ->
                streams.store(StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.keyValueStore())));
    }

    /**
     * Reads the ledgers.
     *
     * @param stores gives the store of a name
     */
    public static Accounts read(Function<String, ReadOnlyKeyValueStore<String, Long>> stores) {
        Map<String, StepAccount> steps = new LinkedHashMap<>();
        for (Step step : STEPS) {
            steps.put(step.name(), StepAccount.of(step.unit(), counters(stores, step)));
        }
        Map<String, StepAccount> things = new LinkedHashMap<>();
        for (Thing thing : THINGS) {
            Step counted = thing.counted();
            things.put(thing.name(), StepAccount.of(counted.unit(), counters(stores, counted)));
        }
        return new Accounts(steps, things);
    }

    /** Whether every account balances. */
    public boolean balance() {
        return steps.values().stream().allMatch(StepAccount::balances)
                && things.values().stream().allMatch(StepAccount::balances);
    }

    private static SortedMap<String, Long> counters(
            Function<String, ReadOnlyKeyValueStore<String, Long>> stores, Step step) {
        SortedMap<String, Long> counters = new TreeMap<>();
        try (KeyValueIterator<String, Long> all =
                stores.apply(RecordLedger.storeName(step.name())).all()) {
            while (all.hasNext()) {
                KeyValue<String, Long> counter = all.next();
                if (counter.value != 0) {
                    counters.merge(counter.key, counter.value, Long::sum);
                }
            }
        }
        return counters;
    }
}
