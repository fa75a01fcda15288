package org.axionwatch.streams.likelihood;

import java.util.List;
import java.util.Objects;
import org.axionwatch.records.xray.XrayEventBatch;
import org.axionwatch.streams.step.MemberKey;
import org.axionwatch.streams.step.Settlement;

/** Adds batches to the sums of their source, each once; a corrected batch replaces its earlier version exactly. */
final class BatchSummation {

    static final Settlement WAITING = Settlement.skipped("waiting-for-source");

    private static final Settlement SUPERSEDED = Settlement.skipped("superseded-while-waiting");

    private final LikelihoodStores stores;
    private final EventLedger events;

    BatchSummation(LikelihoodStores stores, EventLedger events) {
        this.stores = stores;
        this.events = events;
    }

    /** Outcome of a batch whose source is known: DUPLICATE, LATE or OUT. */
    Settlement add(XrayEventBatch batch, SourceModel model) {
        long size = EventBatches.events(batch);
        String key = MemberKey.of(batch.getSource(), batch.getBatchId());
        byte[] kept = stores.batches().get(key);
        BatchCounts earlier = kept == null ? null : BatchCounts.fromBytes(kept);
        if (earlier != null && earlier.version() >= batch.getVersion()) {
            Settlement old = earlier.version() == batch.getVersion() ? Settlement.DUPLICATE : Settlement.LATE;
            events.settle(old, size);
            return old;
        }
        BatchCounts counts = EventBatches.count(batch, model);
        SourceSums sums = sums(batch.getSource(), model.cells());
        sums.add(counts);
        stores.batches().put(key, counts.toBytes());
        if (earlier != null) {
            sums.subtract(earlier, times(batch.getSource()));
        }
        stores.sums().put(batch.getSource(), sums.toBytes());
        events.settle(counts);
        return Settlement.OUT;
    }

    /** Keeps a batch until its source is known. */
    Settlement park(XrayEventBatch batch) {
        String key = MemberKey.of(batch.getSource(), batch.getBatchId());
        XrayEventBatch parked = stores.parked().get(key);
        if (parked == null) {
            return parked(key, batch);
        }
        long size = EventBatches.events(batch);
        if (parked.getVersion() < batch.getVersion()) {
            stores.parked().put(key, batch);
            events.settle(WAITING, size - EventBatches.events(parked));
            events.settle(SUPERSEDED, EventBatches.events(parked));
            return SUPERSEDED;
        }
        Settlement old = parked.getVersion() == batch.getVersion() ? Settlement.DUPLICATE : Settlement.LATE;
        events.settle(old, size);
        return old;
    }

    private Settlement parked(String key, XrayEventBatch batch) {
        stores.parked().put(key, batch);
        events.settle(WAITING, EventBatches.events(batch));
        return WAITING;
    }

    private SourceSums sums(String source, int cells) {
        byte[] kept = stores.sums().get(source);
        return kept == null ? SourceSums.empty(cells) : SourceSums.fromBytes(kept);
    }

    private List<TimeSpan> times(String source) {
        return stores.batchesOf(source).stream()
                .map(batch -> BatchCounts.fromBytes(batch.value).times())
                .filter(Objects::nonNull)
                .toList();
    }
}
