package org.axionwatch.streams.timing;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.axionwatch.physics.timing.NormalEquations;
import org.axionwatch.physics.timing.TimingSolution;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.streams.step.BadRecordException;
import org.axionwatch.streams.step.MemberKey;
import org.axionwatch.streams.step.RecordDecoder;
import org.axionwatch.streams.step.Settlement;
import org.jspecify.annotations.Nullable;

/**
 * Puts each frame into the sums of its pulsar once, in the place of its earlier version, and emits its residuals and the new
 * solution. The newest version of a frame counts even where it is unusable, so that the order of versions does not matter.
 */
final class TimingFrameProcessor implements Processor<String, byte[], String, TimingUpdate> {

    static final Settlement WAITING = Settlement.skipped("waiting-for-ephemeris");

    private static final Settlement SUPERSEDED = Settlement.skipped("superseded-while-waiting");
    private static final Settlement NO_FRAME = Settlement.skipped("dead-lettered-by-residual");

    private final RecordDecoder<PulsarToaFrame> decoder;
    private @Nullable Parts parts;

    private record Parts(
            ProcessorContext<String, TimingUpdate> context,
            TimingStores stores,
            FrameLedger ledger,
            PulsarTimings timings) {}

    TimingFrameProcessor(RecordDecoder<PulsarToaFrame> decoder) {
        this.decoder = decoder;
    }

    @Override
    public void init(ProcessorContext<String, TimingUpdate> context) {
        parts = new Parts(context, TimingStores.of(context), FrameLedger.of(context), new PulsarTimings());
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (parts == null) {
            throw new IllegalStateException("the processor has not been initialised");
        }
        PulsarToaFrame frame = decoder.decodeOrNull(record.key(), record.headers(), record.value());
        if (frame == null) {
            parts.ledger().undecodable(NO_FRAME);
        } else {
            parts.ledger().settled(frame, settlement(record.withValue(frame), parts));
        }
    }

    private static Settlement settlement(Record<String, PulsarToaFrame> record, Parts parts) {
        PulsarToaFrame frame = record.value();
        try {
            String key = MemberKey.of(frame.getPulsar(), frame.getFrameId());
            ValueAndTimestamp<PulsarToaFrame> earlier = parts.stores().frames().get(key);
            if (earlier != null && earlier.value().getVersion() >= frame.getVersion()) {
                return earlier.value().getVersion() == frame.getVersion() ? Settlement.DUPLICATE : Settlement.LATE;
            }
            parts.stores().frames().put(key, ValueAndTimestamp.make(frame, record.timestamp()));
            return timed(record, earlier == null ? null : earlier.value(), parts);
        } catch (BadRecordException e) {
            return Settlement.skipped(e.reason().name());
        }
    }

    private static Settlement timed(
            Record<String, PulsarToaFrame> record, @Nullable PulsarToaFrame earlier, Parts parts) {
        PulsarEphemeris ephemeris =
                parts.stores().ephemerides().get(record.value().getPulsar());
        if (ephemeris == null) {
            if (earlier != null) {
                parts.ledger().resettled(earlier, WAITING, SUPERSEDED);
            }
            return WAITING;
        }
        PulsarTiming timing = parts.timings().of(ephemeris);
        FrameMeasurement measured = timing.measure(record.value());
        FrameMeasurement before = earlier == null ? null : timing.measure(earlier);
        if (measured.isUsable() || before != null && before.isUsable()) {
            NormalEquations sums = parts.stores().sumsOf(timing);
            if (before != null) {
                before.subtractFrom(sums);
            }
            measured.addTo(sums);
            parts.stores().keep(timing, sums);
            emit(record, timing, measured, sums, parts);
        }
        return measured.settlement();
    }

    private static void emit(
            Record<String, PulsarToaFrame> record,
            PulsarTiming timing,
            FrameMeasurement measured,
            NormalEquations sums,
            Parts parts) {
        TimingSolution solution = timing.solve(sums);
        parts.context()
                .forward(record.withValue(new TimingUpdate(
                        timing.residual(record.value(), measured, solution).orElse(null), timing.record(solution))));
    }
}
