package org.axionwatch.streams.likelihood;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.axionwatch.records.time.MjdInstant;
import org.jspecify.annotations.Nullable;

/** Building blocks of kept state: explicit, big-endian, with a format number that readers check. */
final class StateBytes {

    private StateBytes() {}

    @FunctionalInterface
    interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    @FunctionalInterface
    interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    static byte[] write(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writer.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static <T> T read(byte[] bytes, Reader<T> reader) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return reader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("kept state is truncated", e);
        }
    }

    static void requireFormat(byte found, byte expected, String what) {
        if (found != expected) {
            throw new IllegalStateException("kept " + what + " of format " + found + ", expected " + expected);
        }
    }

    static void writeLongs(DataOutputStream out, long[] values) throws IOException {
        out.writeInt(values.length);
        for (long value : values) {
            out.writeLong(value);
        }
    }

    static long[] readLongs(DataInputStream in) throws IOException {
        long[] values = new long[in.readInt()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readLong();
        }
        return values;
    }

    static void writeSpan(DataOutputStream out, @Nullable TimeSpan span) throws IOException {
        out.writeBoolean(span != null);
        if (span != null) {
            writeInstant(out, span.first());
            writeInstant(out, span.last());
        }
    }

    static @Nullable TimeSpan readSpan(DataInputStream in) throws IOException {
        return in.readBoolean() ? new TimeSpan(readInstant(in), readInstant(in)) : null;
    }

    private static void writeInstant(DataOutputStream out, MjdInstant instant) throws IOException {
        out.writeInt(instant.getDay());
        out.writeDouble(instant.getFraction());
    }

    private static MjdInstant readInstant(DataInputStream in) throws IOException {
        return new MjdInstant(in.readInt(), in.readDouble());
    }
}
