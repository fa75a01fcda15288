package org.axionwatch.streams.likelihood;

import org.axionwatch.records.time.MjdInstant;

/**
 * First and last event time, TT.
 *
 * @param first earliest
 * @param last latest
 */
record TimeSpan(MjdInstant first, MjdInstant last) {

    TimeSpan and(TimeSpan other) {
        return new TimeSpan(
                first.compareTo(other.first) <= 0 ? first : other.first,
                last.compareTo(other.last) >= 0 ? last : other.last);
    }
}
