package org.axionwatch.streams.residual;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.axionwatch.physics.dispersion.UnusableFrameException;
import org.axionwatch.records.pulsar.AxionResidual;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.streams.step.BadRecordException;
import org.axionwatch.streams.step.MemberKey;
import org.axionwatch.streams.step.Settlement;
import org.axionwatch.streams.step.StepInput;
import org.axionwatch.streams.step.StepProcessor;
import org.jspecify.annotations.Nullable;

/** Turns each frame into a residual curve once, or parks it until its ephemeris is known. */
final class FrameProcessor extends StepProcessor<PulsarToaFrame, String, AxionResidual> {

    static final String TOAS = "toas";
    static final Settlement WAITING = Settlement.skipped("waiting-for-ephemeris");

    private static final Settlement TOO_FEW_TOAS = Settlement.skipped("too-few-toas");
    private static final Settlement SUPERSEDED = Settlement.skipped("superseded-while-waiting");

    private final ResidualSettings settings;
    private @Nullable ResidualStores stores;

    FrameProcessor(StepInput<PulsarToaFrame> input, ResidualSettings settings) {
        super(input);
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, AxionResidual> context) {
        super.init(context);
        stores = ResidualStores.of(context);
    }

    @Override
    protected Settlement handle(Record<String, PulsarToaFrame> record) {
        int toas = record.value().getChannels().size();
        ledger().received(TOAS, toas);
        try {
            Settlement settlement = settlement(record);
            ledger().settle(TOAS, settlement, toas);
            return settlement;
        } catch (BadRecordException e) {
            ledger().settle(TOAS, Settlement.DEAD_LETTERED, toas);
            throw e;
        }
    }

    private Settlement settlement(Record<String, PulsarToaFrame> record) {
        ResidualStores state = requireInitialised(stores);
        PulsarToaFrame frame = record.value();
        String key = MemberKey.of(frame.getPulsar(), frame.getFrameId());
        Integer seen = state.seenFrames().get(key);
        if (seen != null && seen >= frame.getVersion()) {
            return seen == frame.getVersion() ? Settlement.DUPLICATE : Settlement.LATE;
        }
        Settlement settlement = emitOrPark(record, key, state);
        state.seenFrames().put(key, frame.getVersion());
        return settlement;
    }

    private Settlement emitOrPark(Record<String, PulsarToaFrame> record, String key, ResidualStores state) {
        PulsarToaFrame frame = record.value();
        forgetParked(key, state);
        if (frame.getChannels().size() < settings.minimumToas()) {
            return TOO_FEW_TOAS;
        }
        PulsarEphemeris ephemeris = state.ephemerides().get(frame.getPulsar());
        if (ephemeris == null) {
            state.parkedFrames().put(key, ValueAndTimestamp.make(frame, record.timestamp()));
            return WAITING;
        }
        try {
            context().forward(record.withValue(AxionResiduals.of(frame, ephemeris, settings)));
            return Settlement.OUT;
        } catch (UnusableFrameException e) {
            return Settlement.skipped(e.reason().name());
        }
    }

    private void forgetParked(String key, ResidualStores state) {
        ValueAndTimestamp<PulsarToaFrame> older = state.parkedFrames().delete(key);
        if (older != null) {
            ledger().resettle(WAITING, SUPERSEDED);
            int toas = older.value().getChannels().size();
            ledger().settle(TOAS, WAITING, -toas);
            ledger().settle(TOAS, SUPERSEDED, toas);
        }
    }
}
