package org.axionwatch.streams.runtime;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axionwatch.streams.step.Outcome;
import org.axionwatch.streams.step.RecordLedger;

/**
 * Account of one step in one unit.
 *
 * @param unit what is counted
 * @param in what arrived
 * @param outcomes what became of it, every outcome but SKIPPED
 * @param skipped what was left out, by reason
 */
public record StepAccount(String unit, long in, Map<Outcome, Long> outcomes, SortedMap<String, Long> skipped) {

    static StepAccount of(String unit, SortedMap<String, Long> counters) {
        Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
        SortedMap<String, Long> skipped = new TreeMap<>();
        for (var counter : counters.entrySet()) {
            String[] parts = counter.getKey().split("/", 3);
            if (!parts[0].equals(unit) || counter.getKey().equals(RecordLedger.inKey(unit))) {
                continue;
            }
            Outcome outcome = Outcome.valueOf(parts[1]);
            if (outcome == Outcome.SKIPPED) {
                skipped.put(parts[2], counter.getValue());
            } else {
                outcomes.put(outcome, counter.getValue());
            }
        }
        return new StepAccount(unit, counters.getOrDefault(RecordLedger.inKey(unit), 0L), outcomes, skipped);
    }

    public long out() {
        return outcomes.getOrDefault(Outcome.OUT, 0L);
    }

    public long deadLettered() {
        return outcomes.getOrDefault(Outcome.DEAD_LETTERED, 0L);
    }

    public long duplicate() {
        return outcomes.getOrDefault(Outcome.DUPLICATE, 0L);
    }

    public long late() {
        return outcomes.getOrDefault(Outcome.LATE, 0L);
    }

    /** in = out + skipped + dead letters + duplicates + late. */
    public boolean balances() {
        long left = skipped.values().stream().mapToLong(Long::longValue).sum();
        return in == out() + left + deadLettered() + duplicate() + late();
    }
}
