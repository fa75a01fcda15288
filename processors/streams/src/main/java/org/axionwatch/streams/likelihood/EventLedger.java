package org.axionwatch.streams.likelihood;

import java.util.Arrays;
import org.axionwatch.physics.xray.OutsideReason;
import org.axionwatch.streams.step.RecordLedger;
import org.axionwatch.streams.step.Settlement;

/** Account of the likelihood step in events. */
final class EventLedger {

    static final String EVENTS = "events";

    private final RecordLedger ledger;

    EventLedger(RecordLedger ledger) {
        this.ledger = ledger;
    }

    void received(long events) {
        ledger.received(EVENTS, events);
    }

    void settle(Settlement settlement, long events) {
        ledger.settle(EVENTS, settlement, events);
    }

    /** Every event of a counted batch: in a bin and region, or outside by reason. */
    void settle(BatchCounts counts) {
        settle(Settlement.OUT, Arrays.stream(counts.inside()).sum());
        for (OutsideReason reason : OutsideReason.values()) {
            settle(Settlement.skipped(reason.name()), counts.outside()[reason.ordinal()]);
        }
    }
}
