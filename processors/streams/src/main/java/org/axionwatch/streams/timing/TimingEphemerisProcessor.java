package org.axionwatch.streams.timing;

import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.axionwatch.physics.timing.NormalEquations;
import org.axionwatch.physics.timing.TimingSolution;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.streams.pulsar.TimingModels;
import org.axionwatch.streams.step.BadRecordException;
import org.axionwatch.streams.step.BadRecordException.Reason;
import org.axionwatch.streams.step.RecordDecoder;
import org.axionwatch.streams.step.Settlement;
import org.jspecify.annotations.Nullable;

/**
 * Forms the sums of a pulsar anew from its kept frames where a newer ephemeris comes, and emits the residuals of the frames
 * that waited for the first one. This alone costs the more, the more frames there are.
 */
final class TimingEphemerisProcessor implements Processor<String, byte[], String, TimingUpdate> {

    private final RecordDecoder<PulsarEphemeris> decoder;
    private @Nullable Parts parts;

    private record Parts(ProcessorContext<String, TimingUpdate> context, TimingStores stores, FrameLedger ledger) {}

    TimingEphemerisProcessor(RecordDecoder<PulsarEphemeris> decoder) {
        this.decoder = decoder;
    }

    @Override
    public void init(ProcessorContext<String, TimingUpdate> context) {
        parts = new Parts(context, TimingStores.of(context), FrameLedger.of(context));
    }

    @Override
    public void process(Record<String, byte[]> record) {
        if (parts == null) {
            throw new IllegalStateException("the processor has not been initialised");
        }
        PulsarEphemeris ephemeris = decoder.decodeOrNull(record.key(), record.headers(), record.value());
        if (ephemeris == null || isRefusedByResidualStep(ephemeris)) {
            return;
        }
        PulsarEphemeris known = parts.stores().ephemerides().get(record.key());
        if (known == null || known.getVersion() < ephemeris.getVersion()) {
            PulsarTiming timing = checked(ephemeris);
            parts.stores().ephemerides().put(record.key(), ephemeris);
            replace(record, known == null ? null : PulsarTiming.of(known), timing, parts);
        }
    }

    /** Whether that step has sent it to the dead letters. */
    private static boolean isRefusedByResidualStep(PulsarEphemeris ephemeris) {
        try {
            TimingModels.of(ephemeris);
            return false;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static PulsarTiming checked(PulsarEphemeris ephemeris) {
        try {
            return PulsarTiming.of(ephemeris);
        } catch (IllegalArgumentException e) {
            throw new BadRecordException(Reason.INVALID_VALUE, e.getMessage() + " in " + ephemeris.getFile(), e);
        }
    }

    private static void replace(
            Record<String, byte[]> record, @Nullable PulsarTiming before, PulsarTiming timing, Parts parts) {
        NormalEquations sums = timing.empty().orElse(null);
        try (KeyValueIterator<String, ValueAndTimestamp<PulsarToaFrame>> frames =
                parts.stores().framesOf(record.key())) {
            while (frames.hasNext()) {
                PulsarToaFrame frame = frames.next().value.value();
                FrameMeasurement measured = timing.measure(frame);
                if (sums != null) {
                    measured.addTo(sums);
                }
                Settlement settled = before == null
                        ? TimingFrameProcessor.WAITING
                        : before.measure(frame).settlement();
                parts.ledger().resettled(frame, settled, measured.settlement());
            }
        }
        byte[] earlier = parts.stores().sums().delete(record.key());
        if (sums != null && (sums.frames() > 0 || earlier != null)) {
            parts.stores().keep(timing, sums);
            emit(record, timing, timing.solve(sums), before == null, parts);
        }
    }

    private static void emit(
            Record<String, byte[]> record, PulsarTiming timing, TimingSolution solution, boolean first, Parts parts) {
        if (first) {
            try (KeyValueIterator<String, ValueAndTimestamp<PulsarToaFrame>> frames =
                    parts.stores().framesOf(record.key())) {
                while (frames.hasNext()) {
                    KeyValue<String, ValueAndTimestamp<PulsarToaFrame>> frame = frames.next();
                    PulsarToaFrame waited = frame.value.value();
                    timing.residual(waited, timing.measure(waited), solution).ifPresent(residual -> parts.context()
                            .forward(record.withValue(new TimingUpdate(residual, null))
                                    .withTimestamp(frame.value.timestamp())));
                }
            }
        }
        parts.context().forward(record.withValue(new TimingUpdate(null, timing.record(solution))));
    }
}
