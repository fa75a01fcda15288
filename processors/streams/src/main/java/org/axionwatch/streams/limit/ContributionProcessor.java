package org.axionwatch.streams.limit;

import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.axionwatch.streams.step.Settlement;
import org.axionwatch.streams.step.StepInput;
import org.axionwatch.streams.step.StepProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a pulsar or source says into a contribution under its hypothesis. What arrives before the description is
 * kept, the latest only, and sent when the description comes.
 *
 * @param <I> evidence or likelihood
 * @param <D> ephemeris or source description
 */
final class ContributionProcessor<I extends SpecificRecord, D extends SpecificRecord>
        extends StepProcessor<I, String, LimitContribution> {

    private static final Settlement BEFORE_DESCRIPTION = Settlement.skipped("superseded-before-description");

    private final Kind<I, D> kind;
    private @Nullable KeyValueStore<String, I> latest;
    private @Nullable KeyValueStore<String, D> descriptions;

    /**
     * How contributions of one kind are made.
     *
     * @param latestStore name of the store of the latest evidence or likelihood
     * @param descriptionStore name of the store of descriptions
     * @param hypothesis hypothesis that a record bears on
     * @param contribution what a record and its description contribute
     */
    record Kind<I, D>(
            String latestStore,
            String descriptionStore,
            Function<I, String> hypothesis,
            BiFunction<I, D, LimitContribution> contribution) {

        Record<String, LimitContribution> contributed(I value, D description, long timestamp) {
            return new Record<>(hypothesis.apply(value), contribution.apply(value, description), timestamp);
        }
    }

    ContributionProcessor(StepInput<I> input, Kind<I, D> kind) {
        super(input);
        this.kind = kind;
    }

    @Override
    public void init(ProcessorContext<String, LimitContribution> context) {
        super.init(context);
        latest = context.getStateStore(kind.latestStore());
        descriptions = context.getStateStore(kind.descriptionStore());
    }

    @Override
    protected Settlement handle(Record<String, I> record) {
        requireInitialised(latest).put(record.key(), record.value());
        D description = requireInitialised(descriptions).get(record.key());
        if (description == null) {
            return BEFORE_DESCRIPTION;
        }
        context().forward(kind.contributed(record.value(), description, record.timestamp()));
        return Settlement.OUT;
    }
}
