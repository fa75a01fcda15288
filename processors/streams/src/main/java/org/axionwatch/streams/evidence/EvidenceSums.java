package org.axionwatch.streams.evidence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.axionwatch.physics.axion.MatchedFilterProducts;
import org.axionwatch.physics.axion.PredictedGhost;
import org.axionwatch.records.pulsar.ResonanceGrid;
import org.axionwatch.records.pulsar.SignalScore;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.streams.step.BadRecordException;
import org.axionwatch.streams.step.BadRecordException.Reason;
import org.axionwatch.streams.step.StateBytes;

/**
 * Sums over the frames of one pulsar: matched-filter products in exact fixed point, and counts. The same frames in any
 * order give the same bytes; a frame that was added can be taken out without a trace.
 */
final class EvidenceSums {

    private static final byte FORMAT = 2;

    private final ResonanceGrid grid;
    private final StackSums stack;
    private final FrameCounts counts;
    private final GhostCounts ghosts;

    private EvidenceSums(ResonanceGrid grid, StackSums stack, FrameCounts counts, GhostCounts ghosts) {
        this.grid = grid;
        this.stack = stack;
        this.counts = counts;
        this.ghosts = ghosts;
    }

    static EvidenceSums empty(ResonanceGrid grid) {
        return new EvidenceSums(grid, StackSums.empty(grid.getCount()), FrameCounts.none(), new GhostCounts());
    }

    ResonanceGrid grid() {
        return grid;
    }

    FrameCounts counts() {
        return counts;
    }

    List<PredictedGhost> ghosts() {
        return ghosts.ghosts();
    }

    /** Whether channels of predicted ghosts make the two stacks differ. */
    boolean hasGhosts() {
        return stack.hasGhosts();
    }

    /**
     * Adds a frame; where that fails these sums must not be kept.
     *
     * @throws BadRecordException GRID_MISMATCH, INCONSISTENT_SHAPE or INVALID_VALUE
     */
    void add(SignalScore score) {
        try {
            stack.add(ScoreProducts.of(score, grid));
            ghosts.count(score, 1);
        } catch (IllegalArgumentException e) {
            throw new BadRecordException(Reason.INVALID_VALUE, e.getMessage() + " in " + score.getFrameId(), e);
        }
        counts.add(score);
    }

    /**
     * Takes out a frame that was added.
     *
     * @param remaining epochs of all other frames; an earliest and latest cannot be subtracted
     */
    void subtract(SignalScore score, List<MjdInstant> remaining) {
        stack.subtract(ScoreProducts.of(score, grid));
        ghosts.count(score, -1);
        counts.subtract(score, remaining);
    }

    /** The summed products with the channels of predicted ghosts. */
    MatchedFilterProducts unvetoed() {
        return stack.unvetoed(physicalGrid());
    }

    /** The summed products without the channels of predicted ghosts. */
    MatchedFilterProducts ghostFree() {
        return stack.ghostFree(physicalGrid());
    }

    /** Sum of the squared ghost-free numerators of a cell, s^-2. */
    double squares(int cell) {
        return stack.squares(cell);
    }

    private org.axionwatch.physics.axion.ResonanceGrid physicalGrid() {
        return new org.axionwatch.physics.axion.ResonanceGrid(grid.getStartMHz(), grid.getStepMHz(), grid.getCount());
    }

    byte[] toBytes() {
        return StateBytes.write(this::write);
    }

    private void write(DataOutputStream out) throws IOException {
        out.writeByte(FORMAT);
        GridBytes.write(out, grid);
        counts.write(out);
        ghosts.write(out);
        stack.write(out);
    }

    static EvidenceSums fromBytes(byte[] bytes) {
        return StateBytes.read(bytes, EvidenceSums::read);
    }

    private static EvidenceSums read(DataInputStream in) throws IOException {
        StateBytes.requireFormat(in.readByte(), FORMAT, "evidence");
        ResonanceGrid grid = GridBytes.read(in);
        FrameCounts counts = FrameCounts.read(in);
        GhostCounts ghosts = GhostCounts.read(in);
        return new EvidenceSums(grid, StackSums.read(in), counts, ghosts);
    }
}
