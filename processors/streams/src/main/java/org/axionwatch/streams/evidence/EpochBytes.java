package org.axionwatch.streams.evidence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.axionwatch.streams.step.StateBytes;
import org.jspecify.annotations.Nullable;

/** An epoch span, or none, inside kept state. */
final class EpochBytes {

    private EpochBytes() {}

    static void write(DataOutputStream out, @Nullable EpochSpan span) throws IOException {
        out.writeBoolean(span != null);
        if (span != null) {
            StateBytes.writeInstant(out, span.first());
            StateBytes.writeInstant(out, span.last());
        }
    }

    static @Nullable EpochSpan read(DataInputStream in) throws IOException {
        return in.readBoolean() ? new EpochSpan(StateBytes.readInstant(in), StateBytes.readInstant(in)) : null;
    }
}
