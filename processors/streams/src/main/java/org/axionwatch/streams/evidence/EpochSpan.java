package org.axionwatch.streams.evidence;

import java.util.List;
import org.axionwatch.records.time.MjdInstant;

/**
 * Earliest and latest epoch.
 *
 * @param first earliest
 * @param last latest
 */
record EpochSpan(MjdInstant first, MjdInstant last) {

    static EpochSpan of(List<MjdInstant> epochs) {
        return new EpochSpan(
                epochs.stream().min(MjdInstant::compareTo).orElseThrow(),
                epochs.stream().max(MjdInstant::compareTo).orElseThrow());
    }

    EpochSpan with(MjdInstant epoch) {
        return new EpochSpan(epoch.compareTo(first) < 0 ? epoch : first, epoch.compareTo(last) > 0 ? epoch : last);
    }
}
