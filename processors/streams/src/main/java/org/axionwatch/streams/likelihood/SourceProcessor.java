package org.axionwatch.streams.likelihood;

import java.util.Arrays;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.axionwatch.records.xray.XrayEventBatch;
import org.axionwatch.records.xray.XrayResponse;
import org.axionwatch.records.xray.XraySource;
import org.axionwatch.streams.step.BadRecordException;
import org.axionwatch.streams.step.BadRecordException.Reason;
import org.axionwatch.streams.step.RecordLedger;
import org.axionwatch.streams.step.Settlement;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the newest description of each source and counts the batches that waited for it. A description with other bins
 * or regions restarts the sums: counts cannot be sorted anew, so the batches have to be published again.
 */
final class SourceProcessor implements FixedKeyProcessor<String, ResolvedSource, SumsUpdate> {

    private static final Settlement REDEFINED = Settlement.skipped("source-redefined");
    private static final Settlement UNUSABLE = Settlement.skipped("inconsistent-with-source");

    private final Serde<ResolvedSource> descriptions;
    private @Nullable Parts parts;

    private record Parts(
            FixedKeyProcessorContext<String, SumsUpdate> context,
            RecordLedger ledger,
            LikelihoodStores stores,
            EventLedger events) {}

    SourceProcessor(Serde<ResolvedSource> descriptions) {
        this.descriptions = descriptions;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, SumsUpdate> context) {
        RecordLedger ledger = new RecordLedger(
                context.getStateStore(RecordLedger.storeName(LikelihoodTopology.STEP)), LikelihoodTopology.UNIT);
        parts = new Parts(context, ledger, LikelihoodStores.of(context, descriptions), new EventLedger(ledger));
    }

    @Override
    public void process(FixedKeyRecord<String, ResolvedSource> record) {
        if (parts == null) {
            throw new IllegalStateException("the processor has not been initialised");
        }
        ResolvedSource described = record.value();
        if (described == null || !described.isComplete()) {
            return;
        }
        if (!described.source().getSource().equals(record.key())) {
            throw new BadRecordException(
                    Reason.KEY_MISMATCH,
                    "key " + record.key() + " on the description of "
                            + described.source().getSource());
        }
        SourceModel known = parts.stores().descriptions().of(record.key());
        if (known == null || isNewer(described, known.description())) {
            adopt(described, known, record, parts);
        }
    }

    private static boolean isNewer(ResolvedSource described, ResolvedSource known) {
        int version =
                Integer.compare(described.source().getVersion(), known.source().getVersion());
        return version > 0 || (version == 0 && responseVersion(described) > responseVersion(known));
    }

    private static int responseVersion(ResolvedSource resolved) {
        XrayResponse response = resolved.response();
        return response == null ? 0 : response.getVersion();
    }

    private static void adopt(
            ResolvedSource described,
            @Nullable SourceModel known,
            FixedKeyRecord<String, ResolvedSource> record,
            Parts ready) {
        XraySource source = described.source();
        SourceModel model = ready.stores().descriptions().put(described);
        if (known != null && !SourceModel.sameGeometry(known.description().source(), source)) {
            restart(source.getSource(), ready);
        }
        countParked(model, ready);
        byte[] sums = ready.stores().sums().get(source.getSource());
        if (sums != null) {
            ready.context().forward(record.withValue(new SumsUpdate(sums, 0)));
        }
    }

    private static void restart(String source, Parts ready) {
        for (KeyValue<String, byte[]> batch : ready.stores().batchesOf(source)) {
            ready.stores().batches().delete(batch.key);
            ready.ledger().resettle(Settlement.OUT, REDEFINED);
            long inside =
                    Arrays.stream(BatchCounts.fromBytes(batch.value).inside()).sum();
            ready.events().settle(Settlement.OUT, -inside);
            ready.events().settle(REDEFINED, inside);
        }
        ready.stores().sums().delete(source);
    }

    private static void countParked(SourceModel model, Parts ready) {
        BatchSummation summation = new BatchSummation(ready.stores(), ready.events());
        for (KeyValue<String, XrayEventBatch> parked :
                ready.stores().parkedOf(model.description().source().getSource())) {
            ready.stores().parked().delete(parked.key);
            long size = EventBatches.events(parked.value);
            ready.events().settle(BatchSummation.WAITING, -size);
            ready.ledger().resettle(BatchSummation.WAITING, counted(parked.value, model, summation, ready));
        }
    }

    private static Settlement counted(XrayEventBatch batch, SourceModel model, BatchSummation summation, Parts ready) {
        try {
            return summation.add(batch, model);
        } catch (BadRecordException e) {
            ready.events().settle(UNUSABLE, EventBatches.events(batch));
            return UNUSABLE;
        }
    }
}
