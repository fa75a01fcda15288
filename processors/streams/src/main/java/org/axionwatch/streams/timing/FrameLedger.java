package org.axionwatch.streams.timing;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.streams.step.RecordLedger;
import org.axionwatch.streams.step.Settlement;

/** Account of the timing step in frames and in their TOAs. */
final class FrameLedger {

    private final RecordLedger counts;

    private FrameLedger(RecordLedger counts) {
        this.counts = counts;
    }

    static FrameLedger of(ProcessorContext<?, ?> context) {
        return new FrameLedger(new RecordLedger(
                context.getStateStore(RecordLedger.storeName(TimingTopology.STEP)), TimingTopology.UNIT));
    }

    /** A record came that is no frame. */
    void undecodable(Settlement settlement) {
        counts.received();
        counts.settle(settlement);
    }

    /** A frame came and was settled. */
    void settled(PulsarToaFrame frame, Settlement settlement) {
        int toas = frame.getChannels().size();
        counts.received();
        counts.received(TimingTopology.TOAS, toas);
        counts.settle(settlement);
        counts.settle(TimingTopology.TOAS, settlement, toas);
    }

    /** A frame that was settled one way is now settled another. */
    void resettled(PulsarToaFrame frame, Settlement before, Settlement after) {
        if (!before.equals(after)) {
            int toas = frame.getChannels().size();
            counts.resettle(before, after);
            counts.settle(TimingTopology.TOAS, before, -toas);
            counts.settle(TimingTopology.TOAS, after, toas);
        }
    }
}
