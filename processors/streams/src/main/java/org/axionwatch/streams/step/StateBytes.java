package org.axionwatch.streams.step;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.axionwatch.records.time.MjdInstant;

/** Building blocks of kept state: explicit, big-endian, with a format number that readers check. */
public final class StateBytes {

    private StateBytes() {}

    @FunctionalInterface
    public interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    @FunctionalInterface
    public interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    public static byte[] write(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writer.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static <T> T read(byte[] bytes, Reader<T> reader) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return reader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("kept state is truncated", e);
        }
    }

    public static void requireFormat(byte found, byte expected, String what) {
        if (found != expected) {
            throw new IllegalStateException("kept " + what + " of format " + found + ", expected " + expected);
        }
    }

    public static void writeLongs(DataOutputStream out, long[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + Long.BYTES * values.length);
        bytes.putInt(values.length).asLongBuffer().put(values);
        out.write(bytes.array());
    }

    public static long[] readLongs(DataInputStream in) throws IOException {
        long[] values = new long[in.readInt()];
        ByteBuffer.wrap(elements(in, Long.BYTES * values.length)).asLongBuffer().get(values);
        return values;
    }

    public static void writeDoubles(DataOutputStream out, double[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + Double.BYTES * values.length);
        bytes.putInt(values.length).asDoubleBuffer().put(values);
        out.write(bytes.array());
    }

    public static double[] readDoubles(DataInputStream in) throws IOException {
        double[] values = new double[in.readInt()];
        ByteBuffer.wrap(elements(in, Double.BYTES * values.length))
                .asDoubleBuffer()
                .get(values);
        return values;
    }

    private static byte[] elements(DataInputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    public static void writeInstant(DataOutputStream out, MjdInstant instant) throws IOException {
        out.writeInt(instant.getDay());
        out.writeDouble(instant.getFraction());
    }

    public static MjdInstant readInstant(DataInputStream in) throws IOException {
        return new MjdInstant(in.readInt(), in.readDouble());
    }
}
