package org.axionwatch.streams.evidence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.axionwatch.physics.axion.AmplitudeConsistency;
import org.axionwatch.physics.likelihood.FixedPointVectorSum;
import org.axionwatch.streams.step.StateBytes;

/** Ghost-free products of one part of a pulsar's data, summed in exact fixed point. */
final class PartSums {

    private static final byte FORMAT = 1;

    private final FixedPointVectorSum products;
    private long frames;

    private PartSums(FixedPointVectorSum products) {
        this.products = products;
    }

    static PartSums empty(int cells) {
        return new PartSums(FixedPointVectorSum.zeros(2 * cells, StackSums.FRACTION_BITS));
    }

    void add(ScoreProducts frame) {
        products.add(frame.ghostFree());
        frames++;
    }

    void subtract(ScoreProducts frame) {
        products.subtract(frame.ghostFree());
        frames--;
    }

    long frames() {
        return frames;
    }

    /** What the part says about a cell; empty where it does not see it. */
    Optional<AmplitudeConsistency.Part> amplitude(int cell) {
        double denominator = products.value(products.length() / 2 + cell);
        return denominator > 0
                ? Optional.of(
                        new AmplitudeConsistency.Part(products.value(cell) / denominator, 1 / Math.sqrt(denominator)))
                : Optional.empty();
    }

    byte[] toBytes() {
        return StateBytes.write(this::write);
    }

    private void write(DataOutputStream out) throws IOException {
        out.writeByte(FORMAT);
        out.writeLong(frames);
        StackSums.writeSum(out, products);
    }

    static PartSums fromBytes(byte[] bytes) {
        return StateBytes.read(bytes, PartSums::read);
    }

    private static PartSums read(DataInputStream in) throws IOException {
        StateBytes.requireFormat(in.readByte(), FORMAT, "part of evidence");
        long frames = in.readLong();
        PartSums sums = new PartSums(StackSums.readSum(in));
        sums.frames = frames;
        return sums;
    }
}
