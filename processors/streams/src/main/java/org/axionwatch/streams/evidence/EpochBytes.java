package org.axionwatch.streams.evidence;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.axionwatch.records.time.MjdInstant;
import org.jspecify.annotations.Nullable;

/** An epoch span, or none, inside kept state. */
final class EpochBytes {

    private EpochBytes() {}

    static void write(DataOutputStream out, @Nullable EpochSpan span) throws IOException {
        out.writeBoolean(span != null);
        if (span != null) {
            write(out, span.first());
            write(out, span.last());
        }
    }

    static @Nullable EpochSpan read(DataInputStream in) throws IOException {
        return in.readBoolean() ? new EpochSpan(readInstant(in), readInstant(in)) : null;
    }

    private static void write(DataOutputStream out, MjdInstant instant) throws IOException {
        out.writeInt(instant.getDay());
        out.writeDouble(instant.getFraction());
    }

    private static MjdInstant readInstant(DataInputStream in) throws IOException {
        return new MjdInstant(in.readInt(), in.readDouble());
    }
}
