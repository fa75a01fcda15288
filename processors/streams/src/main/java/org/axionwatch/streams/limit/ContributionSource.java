package org.axionwatch.streams.limit;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.axionwatch.streams.step.RecordDecoder;

/**
 * Makes a contribution from the kept bytes of a record and of its description; both were decoded when they came in.
 *
 * @param <I> evidence or likelihood
 * @param <D> ephemeris or source description
 */
record ContributionSource<I extends SpecificRecord, D extends SpecificRecord>(
        RecordDecoder<I> values, RecordDecoder<D> descriptions, SubjectKind.Bearing<I, D> bearing) {

    /**
     * @param key pulsar or source
     * @param latest its newest evidence or likelihood
     * @param description its ephemeris or description
     * @param timestamp record time of the contribution, ms
     */
    Record<String, LimitContribution> contribution(String key, byte[] latest, byte[] description, long timestamp) {
        I value = values.decode(key, new RecordHeaders(), latest);
        LimitContribution contribution =
                bearing.contribution().apply(value, descriptions.decode(key, new RecordHeaders(), description));
        return new Record<>(bearing.hypothesis().apply(value), contribution, timestamp);
    }
}
