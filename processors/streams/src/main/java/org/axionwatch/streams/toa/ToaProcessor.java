package org.axionwatch.streams.toa;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.axionwatch.physics.profile.ChannelArrivals;
import org.axionwatch.records.pulsar.FoldedProfileFrame;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.streams.step.BadRecordException;
import org.axionwatch.streams.step.BadRecordException.Reason;
import org.axionwatch.streams.step.MemberKey;
import org.axionwatch.streams.step.Settlement;
import org.axionwatch.streams.step.StepInput;
import org.axionwatch.streams.step.StepProcessor;
import org.jspecify.annotations.Nullable;

/** Matches the profiles of each sub-integration with their template once, and emits their arrival times as a frame. */
final class ToaProcessor extends StepProcessor<FoldedProfileFrame, String, PulsarToaFrame> {

    static final String CHANNELS = "channels";

    private static final Settlement NO_ARRIVAL = Settlement.skipped("no-arrival-time");

    private @Nullable KeyValueStore<String, Integer> seenProfiles;

    ToaProcessor(StepInput<FoldedProfileFrame> input) {
        super(input);
    }

    @Override
    public void init(ProcessorContext<String, PulsarToaFrame> context) {
        super.init(context);
        seenProfiles = context.getStateStore(ToaTopology.SEEN_PROFILES);
    }

    @Override
    protected Settlement handle(Record<String, FoldedProfileFrame> record) {
        int channels = record.value().getChannels().size();
        ledger().received(CHANNELS, channels);
        try {
            return settlement(record, channels);
        } catch (BadRecordException e) {
            ledger().settle(CHANNELS, Settlement.DEAD_LETTERED, channels);
            throw e;
        }
    }

    private Settlement settlement(Record<String, FoldedProfileFrame> record, int channels) {
        KeyValueStore<String, Integer> versions = requireInitialised(seenProfiles);
        FoldedProfileFrame frame = record.value();
        String key = MemberKey.of(frame.getPulsar(), frame.getProfileId());
        Integer seen = versions.get(key);
        if (seen != null && seen >= frame.getVersion()) {
            Settlement repeated = seen == frame.getVersion() ? Settlement.DUPLICATE : Settlement.LATE;
            ledger().settle(CHANNELS, repeated, channels);
            return repeated;
        }
        ChannelArrivals arrivals = arrivals(frame);
        versions.put(key, frame.getVersion());
        ledger().settle(CHANNELS, Settlement.OUT, arrivals.arrivals().size());
        arrivals.skipped()
                .forEach((reason, count) -> ledger().settle(CHANNELS, Settlement.skipped(reason.name()), count));
        if (arrivals.arrivals().isEmpty()) {
            return NO_ARRIVAL;
        }
        context().forward(record.withValue(FoldedFrames.toaFrame(frame, arrivals)));
        return Settlement.OUT;
    }

    private ChannelArrivals arrivals(FoldedProfileFrame frame) {
        try {
            return ChannelArrivals.of(
                    FoldedFrames.folded(frame),
                    FoldedFrames.template(frame),
                    ChannelArrivals.DEFAULT_MINIMUM_SIGNAL_TO_NOISE);
        } catch (IllegalArgumentException e) {
            throw new BadRecordException(Reason.INVALID_VALUE, e.getMessage() + " in " + frame.getProfileId(), e);
        }
    }
}
