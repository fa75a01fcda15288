package org.axionwatch.streams.evidence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axionwatch.records.pulsar.SignalScore;
import org.axionwatch.records.time.MjdInstant;
import org.jspecify.annotations.Nullable;

/** What is counted of the frames of one pulsar. */
final class FrameCounts {

    private final SortedMap<String, Long> framesByModel;
    private final SortedMap<String, Long> framesByBackend;
    private long channels;
    private long ghostChannels;
    private long positiveFrames;
    private @Nullable EpochSpan span;

    private FrameCounts(SortedMap<String, Long> framesByModel, SortedMap<String, Long> framesByBackend) {
        this.framesByModel = framesByModel;
        this.framesByBackend = framesByBackend;
    }

    static FrameCounts none() {
        return new FrameCounts(new TreeMap<>(), new TreeMap<>());
    }

    void add(SignalScore score) {
        count(score, 1);
        span = span == null ? new EpochSpan(score.getEpoch(), score.getEpoch()) : span.with(score.getEpoch());
    }

    /**
     * Takes out a frame that was added.
     *
     * @param remaining epochs of all other frames; an earliest and latest cannot be subtracted
     */
    void subtract(SignalScore score, List<MjdInstant> remaining) {
        count(score, -1);
        span = remaining.isEmpty() ? null : EpochSpan.of(remaining);
    }

    private void count(SignalScore score, int sign) {
        channels += (long) sign * score.getChannelCount();
        ghostChannels += (long) sign * score.getGhostChannels();
        positiveFrames += Classifications.isPositive(score) ? sign : 0;
        count(framesByModel, score.getModelId(), sign);
        count(framesByBackend, score.getBackend(), sign);
    }

    private static void count(SortedMap<String, Long> frames, String name, long sign) {
        frames.merge(name, sign, (a, b) -> a + b == 0 ? null : a + b);
    }

    long frames() {
        return framesByModel.values().stream().mapToLong(Long::longValue).sum();
    }

    long channels() {
        return channels;
    }

    long ghostChannels() {
        return ghostChannels;
    }

    long positiveFrames() {
        return positiveFrames;
    }

    /** The scoring model; where several took part, all of them in alphabetical order. */
    String modelIds() {
        return String.join("+", framesByModel.keySet());
    }

    /** Back ends in alphabetical order. */
    SortedSet<String> backends() {
        return new TreeSet<>(framesByBackend.keySet());
    }

    /** First and last epoch; there must be a frame. */
    EpochSpan span() {
        if (span == null) {
            throw new IllegalStateException("no frame has been added");
        }
        return span;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeLong(channels);
        out.writeLong(ghostChannels);
        out.writeLong(positiveFrames);
        writeFrames(out, framesByModel);
        writeFrames(out, framesByBackend);
        EpochBytes.write(out, span);
    }

    static FrameCounts read(DataInputStream in) throws IOException {
        long channels = in.readLong();
        long ghostChannels = in.readLong();
        long positiveFrames = in.readLong();
        FrameCounts counts = new FrameCounts(readFrames(in), readFrames(in));
        counts.channels = channels;
        counts.ghostChannels = ghostChannels;
        counts.positiveFrames = positiveFrames;
        counts.span = EpochBytes.read(in);
        return counts;
    }

    private static void writeFrames(DataOutputStream out, SortedMap<String, Long> frames) throws IOException {
        out.writeInt(frames.size());
        for (var each : frames.entrySet()) {
            out.writeUTF(each.getKey());
            out.writeLong(each.getValue());
        }
    }

    private static SortedMap<String, Long> readFrames(DataInputStream in) throws IOException {
        SortedMap<String, Long> frames = new TreeMap<>();
        for (int count = in.readInt(); count > 0; count--) {
            frames.put(in.readUTF(), in.readLong());
        }
        return frames;
    }
}
