package org.axionwatch.streams.likelihood;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Passes on the sums of a source at most once in its emission interval, by record time. Sums that come sooner wait for the
 * end of the interval, the latest only; they go when any record of the partition carries the stream's time past it.
 */
final class EmissionThrottle implements Processor<String, SumsUpdate, String, byte[]> {

    static final String DUE = "likelihood-emission-due";
    static final String WAITING = "likelihood-emission-waiting";

    private static final Duration LOOK = Duration.ofSeconds(1);

    private @Nullable Parts parts;

    /**
     * @param context of the processor
     * @param due record time from which each source may emit again [ms]
     * @param waiting sums of the sources that wait for theirs
     */
    private record Parts(
            ProcessorContext<String, byte[]> context,
            KeyValueStore<String, Long> due,
            KeyValueStore<String, byte[]> waiting) {}

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        Parts ready = new Parts(context, context.getStateStore(DUE), context.getStateStore(WAITING));
        parts = ready;
        context.schedule(LOOK, PunctuationType.STREAM_TIME, time -> emitDue(ready, time));
    }

    @Override
    public void process(Record<String, SumsUpdate> record) {
        if (parts == null) {
            throw new IllegalStateException("the processor has not been initialised");
        }
        SumsUpdate update = record.value();
        Long due = parts.due().get(record.key());
        long now = Math.max(record.timestamp(), parts.context().currentStreamTimeMs());
        if (update.emissionIntervalSeconds() > 0 && due != null && now < due) {
            parts.waiting().put(record.key(), update.sums());
            return;
        }
        parts.waiting().delete(record.key());
        parts.due().put(record.key(), now + Math.round(1000 * update.emissionIntervalSeconds()));
        parts.context().forward(record.withValue(update.sums()));
    }

    private static void emitDue(Parts ready, long time) {
        List<KeyValue<String, byte[]>> emitted = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = ready.waiting().all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> each = all.next();
                Long due = ready.due().get(each.key);
                if (due == null || due <= time) {
                    emitted.add(each);
                }
            }
        }
        for (KeyValue<String, byte[]> each : emitted) {
            ready.waiting().delete(each.key);
            ready.context().forward(new Record<>(each.key, each.value, time));
        }
    }
}
