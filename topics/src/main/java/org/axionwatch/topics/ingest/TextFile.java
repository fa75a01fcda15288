package org.axionwatch.topics.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;

/**
 * The lines of a small text file, UTF-8 or else ISO 8859-1.
 *
 * @param path where it was read
 * @param lines lines without their ends
 * @param terminated whether the last line has a line end
 */
record TextFile(Path path, List<String> lines, boolean terminated) {
    /** Largest text file read [byte]. */
    static final long MAX_BYTES = 256L << 20;

    /** Longest line read [characters]. */
    static final int MAX_LINE = 16_384;

    static TextFile read(Path path) {
        byte[] bytes = bytes(path);
        String text = decode(bytes);
        if (text.indexOf('\0') >= 0) {
            throw new ArchiveFormatException(Reason.NOT_TEXT, name(path), "it holds NUL bytes");
        }
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).length() > MAX_LINE) {
                throw new ArchiveFormatException(
                        Reason.LINE_TOO_LONG, name(path) + ":" + (i + 1), "more than " + MAX_LINE + " characters");
            }
        }
        return new TextFile(path, lines, text.isEmpty() || text.endsWith("\n") || text.endsWith("\r"));
    }

    private static byte[] bytes(Path path) {
        try {
            long size = Files.size(path);
            if (size > MAX_BYTES) {
                throw new ArchiveFormatException(
                        Reason.FILE_TOO_LARGE, name(path), size + " bytes, at most " + MAX_BYTES + " are read");
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new ArchiveFormatException(
                    Reason.NOT_READABLE, name(path), e.getClass().getSimpleName(), e);
        }
    }

    private static String decode(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** Name of the file without its folder. */
    String name() {
        return name(path);
    }

    static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }

    /** Place of a line for an error. */
    String place(int index) {
        return name() + ":" + (index + 1);
    }

    /**
     * Refuses a file whose last line has no line end although a cut in it could not be seen otherwise.
     *
     * @param index 0-based line
     */
    void requireWhole(int index) {
        if (!terminated && index == lines.size() - 1) {
            throw new ArchiveFormatException(
                    Reason.TRUNCATED, place(index), "the last line has no line end; add one if the file is complete");
        }
    }
}
