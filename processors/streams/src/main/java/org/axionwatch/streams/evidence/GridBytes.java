package org.axionwatch.streams.evidence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.axionwatch.records.pulsar.ResonanceGrid;

/** A grid inside kept state. */
final class GridBytes {

    private GridBytes() {}

    static void write(DataOutputStream out, ResonanceGrid grid) throws IOException {
        out.writeDouble(grid.getStartMHz());
        out.writeDouble(grid.getStepMHz());
        out.writeInt(grid.getCount());
        out.writeUTF(grid.getLineShape());
        out.writeDouble(grid.getHalfWidthMHz());
    }

    static ResonanceGrid read(DataInputStream in) throws IOException {
        return new ResonanceGrid(in.readDouble(), in.readDouble(), in.readInt(), in.readUTF(), in.readDouble());
    }
}
