package org.axionwatch.streams.residual;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.axionwatch.physics.dispersion.UnusableFrameException;
import org.axionwatch.records.pulsar.AxionResidual;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.streams.pulsar.TimingModels;
import org.axionwatch.streams.step.BadRecordException;
import org.axionwatch.streams.step.BadRecordException.Reason;
import org.axionwatch.streams.step.MemberKey;
import org.axionwatch.streams.step.RecordDecoder;
import org.axionwatch.streams.step.RecordLedger;
import org.axionwatch.streams.step.Settlement;
import org.jspecify.annotations.Nullable;

/** Keeps the newest ephemeris of each pulsar and processes the frames that waited for it, in the order of their ids. */
final class EphemerisProcessor implements Processor<String, byte[], String, AxionResidual> {

    private static final Settlement UNUSABLE_WITH_EPHEMERIS = Settlement.skipped("inconsistent-with-ephemeris");

    private final RecordDecoder<PulsarEphemeris> decoder;
    private final ResidualSettings settings;
    private @Nullable ProcessorContext<String, AxionResidual> context;
    private @Nullable ResidualStores stores;
    private @Nullable RecordLedger ledger;

    EphemerisProcessor(RecordDecoder<PulsarEphemeris> decoder, ResidualSettings settings) {
        this.decoder = decoder;
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, AxionResidual> processorContext) {
        context = processorContext;
        stores = ResidualStores.of(processorContext);
        ledger = new RecordLedger(
                processorContext.getStateStore(RecordLedger.storeName(ResidualTopology.STEP)), ResidualTopology.UNIT);
    }

    @Override
    public void process(Record<String, byte[]> record) {
        ResidualStores state = initialised(stores);
        PulsarEphemeris ephemeris = checked(decoder.decode(record.key(), record.headers(), record.value()));
        PulsarEphemeris known = state.ephemerides().get(record.key());
        if (known != null && known.getVersion() >= ephemeris.getVersion()) {
            return;
        }
        state.ephemerides().put(record.key(), ephemeris);
        for (KeyValue<String, ValueAndTimestamp<PulsarToaFrame>> parked : parkedFrames(record.key(), state)) {
            state.parkedFrames().delete(parked.key);
            settle(parked.value, emitted(parked.value, ephemeris, record));
        }
    }

    private static PulsarEphemeris checked(PulsarEphemeris ephemeris) {
        try {
            TimingModels.of(ephemeris);
        } catch (IllegalArgumentException e) {
            throw new BadRecordException(Reason.INVALID_VALUE, e.getMessage() + " in " + ephemeris.getFile(), e);
        }
        return ephemeris;
    }

    private static List<KeyValue<String, ValueAndTimestamp<PulsarToaFrame>>> parkedFrames(
            String pulsar, ResidualStores state) {
        List<KeyValue<String, ValueAndTimestamp<PulsarToaFrame>>> parked = new ArrayList<>();
        try (KeyValueIterator<String, ValueAndTimestamp<PulsarToaFrame>> frames =
                state.parkedFrames().prefixScan(MemberKey.prefix(pulsar), new StringSerializer())) {
            frames.forEachRemaining(parked::add);
        }
        return parked;
    }

    private Settlement emitted(
            ValueAndTimestamp<PulsarToaFrame> parked, PulsarEphemeris ephemeris, Record<String, ?> record) {
        try {
            AxionResidual residual = AxionResiduals.of(parked.value(), ephemeris, settings);
            initialised(context).forward(record.withValue(residual).withTimestamp(parked.timestamp()));
            return Settlement.OUT;
        } catch (UnusableFrameException e) {
            return Settlement.skipped(e.reason().name());
        } catch (BadRecordException e) {
            return UNUSABLE_WITH_EPHEMERIS;
        }
    }

    private void settle(ValueAndTimestamp<PulsarToaFrame> parked, Settlement settlement) {
        int toas = parked.value().getChannels().size();
        RecordLedger counts = initialised(ledger);
        counts.resettle(FrameProcessor.WAITING, settlement);
        counts.settle(FrameProcessor.TOAS, FrameProcessor.WAITING, -toas);
        counts.settle(FrameProcessor.TOAS, settlement, toas);
    }

    private static <T> T initialised(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the processor has not been initialised");
        }
        return part;
    }
}
