package org.axionwatch.streams.evidence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueStore;
import org.axionwatch.physics.likelihood.FixedPointException;
import org.axionwatch.records.pulsar.ResonanceGrid;
import org.axionwatch.records.pulsar.SignalScore;
import org.axionwatch.streams.step.BadRecordException;
import org.axionwatch.streams.step.BadRecordException.Reason;
import org.axionwatch.streams.step.MemberKey;

/**
 * The parts of one pulsar's data during one update. Each part is an entry of its own, so that a frame rewrites its back end
 * and its half only.
 */
final class EvidenceParts {

    private final KeyValueStore<String, byte[]> store;
    private final String pulsar;
    private final ResonanceGrid grid;
    private final Map<String, PartSums> loaded = new TreeMap<>();
    private final Set<String> changed = new LinkedHashSet<>();

    EvidenceParts(KeyValueStore<String, byte[]> store, String pulsar, ResonanceGrid grid) {
        this.store = store;
        this.pulsar = pulsar;
        this.grid = grid;
    }

    /** @throws BadRecordException GRID_MISMATCH, INCONSISTENT_SHAPE or INVALID_VALUE; nothing is stored before {@link #save} */
    void add(SignalScore score) {
        ScoreProducts products = ScoreProducts.of(score, grid);
        try {
            parts(score).forEach(part -> part.add(products));
        } catch (FixedPointException e) {
            throw new BadRecordException(Reason.INVALID_VALUE, e.getMessage() + " in " + score.getFrameId(), e);
        }
    }

    void subtract(SignalScore score) {
        ScoreProducts products = ScoreProducts.of(score, grid);
        parts(score).forEach(part -> part.subtract(products));
    }

    private List<PartSums> parts(SignalScore score) {
        List<PartSums> parts = new ArrayList<>();
        for (EvidencePart part : EvidencePart.of(score)) {
            changed.add(part.key());
            parts.add(sums(part));
        }
        return parts;
    }

    PartSums sums(EvidencePart part) {
        return loaded.computeIfAbsent(part.key(), key -> {
            byte[] kept = store.get(MemberKey.of(pulsar, key));
            return kept == null ? PartSums.empty(grid.getCount()) : PartSums.fromBytes(kept);
        });
    }

    /** Stores what was changed; a part without frames is forgotten. */
    void save() {
        for (String key : changed) {
            PartSums sums = sums(key);
            store.put(MemberKey.of(pulsar, key), sums.frames() == 0 ? null : sums.toBytes());
        }
    }

    private PartSums sums(String key) {
        PartSums sums = loaded.get(key);
        if (sums == null) {
            throw new IllegalStateException("part " + key + " has not been loaded");
        }
        return sums;
    }
}
