package org.axionwatch.streams.limit;

import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.apache.avro.specific.SpecificRecord;
import org.axionwatch.streams.step.StepTopics;
import org.axionwatch.topics.catalog.Topic;

/**
 * What bears on a limit: pulsars by their evidence and ephemeris, or X-ray sources by their likelihood and description.
 *
 * @param <I> evidence or likelihood
 * @param <D> ephemeris or source description
 * @param names of step and stores
 * @param values evidence or likelihoods
 * @param descriptions ephemerides or sources
 * @param descriptionVersion revision of a description
 * @param bearing what a record and its description say
 */
record SubjectKind<I extends SpecificRecord, D extends SpecificRecord>(
        Names names,
        Keyed<I> values,
        Keyed<D> descriptions,
        ToIntFunction<D> descriptionVersion,
        Bearing<I, D> bearing) {

    /**
     * @param step name of the step
     * @param unit what one evidence or likelihood is called
     * @param value name of one evidence or likelihood in processors
     * @param description name of one description in processors
     */
    record Names(String step, String unit, String value, String description) {

        String latestStore() {
            return "limit-latest-" + value;
        }

        String descriptionStore() {
            return "limit-latest-" + description;
        }
    }

    /**
     * @param topic topic of the records
     * @param key key that a record must have
     */
    record Keyed<T extends SpecificRecord>(Topic<T> topic, Function<T, String> key) {}

    /**
     * @param hypothesis hypothesis that a record bears on
     * @param contribution what a record and its description contribute
     */
    record Bearing<I, D>(Function<I, String> hypothesis, BiFunction<I, D, LimitContribution> contribution) {}

    ContributionSource<I, D> source(StepTopics topics) {
        return new ContributionSource<>(
                topics.decoder(values.topic(), values.key()),
                topics.decoder(descriptions.topic(), descriptions.key()),
                bearing);
    }
}
