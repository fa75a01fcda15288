package org.axionwatch.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Copies what a child prints into a file that never exceeds a size; the file before is kept as {@code <name>.1}. */
final class RollingLog {
    static final long LIMIT_BYTES = 4L << 20;

    private static final int TAIL_BYTES = 8 << 10;
    private static final int TAIL_LINES = 25;

    private final Path file;

    RollingLog(Path file) {
        this.file = file;
    }

    /** Copies until the stream ends, on the calling thread. */
    void copy(InputStream printed) {
        byte[] buffer = new byte[8 << 10];
        try (printed) {
            for (int length = printed.read(buffer); length >= 0; length = printed.read(buffer)) {
                append(buffer, length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Log " + file, e);
        }
    }

    private void append(byte[] bytes, int length) throws IOException {
        if (Files.exists(file) && Files.size(file) + length > LIMIT_BYTES) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            out.write(bytes, 0, length);
        }
    }

    /** The last lines, for an error message; says so where there are none. */
    String tail() {
        try {
            byte[] all = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            int start = Math.max(0, all.length - TAIL_BYTES);
            List<String> lines = new String(all, start, all.length - start, StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            String tail = String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
            return tail.isBlank() ? "(" + file + " is empty)" : "End of " + file + ":\n" + tail;
        } catch (IOException e) {
            return "(" + file + " cannot be read: " + e.getMessage() + ")";
        }
    }
}
