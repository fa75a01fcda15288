package org.axionwatch.streams.evidence;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.axionwatch.records.pulsar.PulsarEvidence;
import org.axionwatch.records.pulsar.SignalScore;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.streams.step.MemberKey;
import org.axionwatch.streams.step.Settlement;
import org.axionwatch.streams.step.StepInput;
import org.axionwatch.streams.step.StepProcessor;
import org.jspecify.annotations.Nullable;

/** Adds each frame's products to the sums of its pulsar once; a corrected frame replaces its earlier version exactly. */
final class EvidenceProcessor extends StepProcessor<SignalScore, String, PulsarEvidence> {

    static final String SUMS = "evidence-sums";
    static final String PARTS = "evidence-parts";
    static final String FRAMES = "evidence-frames";

    private static final Settlement NO_CELL_SEEN = Settlement.skipped("no-cell-seen");

    private final PulsarEvidences packing;
    private @Nullable KeyValueStore<String, byte[]> sumsByPulsar;
    private @Nullable KeyValueStore<String, byte[]> partSums;
    private @Nullable KeyValueStore<String, SignalScore> frames;

    EvidenceProcessor(StepInput<SignalScore> input, EvidenceSettings settings) {
        super(input);
        this.packing = new PulsarEvidences(settings);
    }

    @Override
    public void init(ProcessorContext<String, PulsarEvidence> context) {
        super.init(context);
        sumsByPulsar = context.getStateStore(SUMS);
        partSums = context.getStateStore(PARTS);
        frames = context.getStateStore(FRAMES);
    }

    @Override
    protected Settlement handle(Record<String, SignalScore> record) {
        SignalScore score = record.value();
        String frameKey = MemberKey.of(score.getPulsar(), score.getFrameId());
        SignalScore earlier = requireInitialised(frames).get(frameKey);
        if (earlier != null && earlier.getVersion() >= score.getVersion()) {
            return earlier.getVersion() == score.getVersion() ? Settlement.DUPLICATE : Settlement.LATE;
        }
        EvidenceSums sums = sums(score);
        EvidenceParts parts = new EvidenceParts(requireInitialised(partSums), score.getPulsar(), sums.grid());
        sums.add(score);
        parts.add(score);
        requireInitialised(frames).put(frameKey, score);
        if (earlier != null) {
            sums.subtract(earlier, epochs(score.getPulsar()));
            parts.subtract(earlier);
        }
        requireInitialised(sumsByPulsar).put(score.getPulsar(), sums.toBytes());
        parts.save();
        return packing.pack(score.getPulsar(), sums, parts)
                .map(evidence -> emitted(record.withValue(evidence)))
                .orElse(NO_CELL_SEEN);
    }

    private EvidenceSums sums(SignalScore score) {
        byte[] kept = requireInitialised(sumsByPulsar).get(score.getPulsar());
        return kept == null ? EvidenceSums.empty(score.getProducts().getGrid()) : EvidenceSums.fromBytes(kept);
    }

    private Settlement emitted(Record<String, PulsarEvidence> evidence) {
        context().forward(evidence);
        return Settlement.OUT;
    }

    private List<MjdInstant> epochs(String pulsar) {
        List<MjdInstant> epochs = new ArrayList<>();
        try (KeyValueIterator<String, SignalScore> members =
                requireInitialised(frames).prefixScan(MemberKey.prefix(pulsar), new StringSerializer())) {
            members.forEachRemaining(member -> epochs.add(member.value.getEpoch()));
        }
        return epochs;
    }
}
