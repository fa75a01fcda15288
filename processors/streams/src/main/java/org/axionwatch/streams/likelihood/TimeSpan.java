package org.axionwatch.streams.likelihood;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.streams.step.StateBytes;
import org.jspecify.annotations.Nullable;

/**
 * First and last event time, TT.
 *
 * @param first earliest
 * @param last latest
 */
record TimeSpan(MjdInstant first, MjdInstant last) {

    TimeSpan and(TimeSpan other) {
        return new TimeSpan(
                first.compareTo(other.first) <= 0 ? first : other.first,
                last.compareTo(other.last) >= 0 ? last : other.last);
    }

    static void write(DataOutputStream out, @Nullable TimeSpan span) throws IOException {
        out.writeBoolean(span != null);
        if (span != null) {
            StateBytes.writeInstant(out, span.first);
            StateBytes.writeInstant(out, span.last);
        }
    }

    static @Nullable TimeSpan read(DataInputStream in) throws IOException {
        return in.readBoolean() ? new TimeSpan(StateBytes.readInstant(in), StateBytes.readInstant(in)) : null;
    }
}
