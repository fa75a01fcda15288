package org.axionwatch.streams.evidence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axionwatch.physics.axion.InterleavedBand;
import org.axionwatch.physics.axion.PredictedGhost;
import org.axionwatch.records.pulsar.SignalScore;

/** In how many frames of one pulsar each ghost was predicted; topocentric, so that all frames of a band share them. */
final class GhostCounts {

    private static final Comparator<PredictedGhost> ORDER = Comparator.comparing(
                    (PredictedGhost ghost) -> ghost.band().backend())
            .thenComparing(ghost -> ghost.band().receiver())
            .thenComparingDouble(ghost -> ghost.band().centreMHz())
            .thenComparingDouble(ghost -> ghost.band().bandwidthMHz())
            .thenComparingInt(PredictedGhost::order)
            .thenComparingDouble(PredictedGhost::frequencyMHz)
            .thenComparingDouble(PredictedGhost::halfWidthMHz);

    private final SortedMap<PredictedGhost, Long> frames = new TreeMap<>(ORDER);

    void count(SignalScore score, long sign) {
        score.getPredictedGhosts()
                .forEach(ghost -> frames.merge(unpack(ghost), sign, (a, b) -> a + b == 0 ? null : a + b));
    }

    /** Every ghost predicted in any frame, in a fixed order. */
    List<PredictedGhost> ghosts() {
        return List.copyOf(frames.keySet());
    }

    private static PredictedGhost unpack(org.axionwatch.records.pulsar.PredictedGhost ghost) {
        return new PredictedGhost(
                new InterleavedBand(
                        ghost.getBackend(), ghost.getReceiver(), ghost.getBandCentreMHz(), ghost.getBandwidthMHz()),
                ghost.getOrder(),
                ghost.getTopocentricFrequencyMHz(),
                ghost.getHalfWidthMHz());
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(frames.size());
        for (var each : frames.entrySet()) {
            PredictedGhost ghost = each.getKey();
            out.writeUTF(ghost.band().backend());
            out.writeUTF(ghost.band().receiver());
            out.writeDouble(ghost.band().centreMHz());
            out.writeDouble(ghost.band().bandwidthMHz());
            out.writeInt(ghost.order());
            out.writeDouble(ghost.frequencyMHz());
            out.writeDouble(ghost.halfWidthMHz());
            out.writeLong(each.getValue());
        }
    }

    static GhostCounts read(DataInputStream in) throws IOException {
        GhostCounts counts = new GhostCounts();
        for (int ghosts = in.readInt(); ghosts > 0; ghosts--) {
            InterleavedBand band = new InterleavedBand(in.readUTF(), in.readUTF(), in.readDouble(), in.readDouble());
            PredictedGhost ghost = new PredictedGhost(band, in.readInt(), in.readDouble(), in.readDouble());
            counts.frames.put(ghost, in.readLong());
        }
        return counts;
    }
}
