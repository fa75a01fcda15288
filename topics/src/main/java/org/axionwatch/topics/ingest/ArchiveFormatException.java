package org.axionwatch.topics.ingest;

import org.jspecify.annotations.Nullable;

/**
 * An archive file cannot be read; nothing of it may be published. The message is one line for a person: file, place
 * (line, or HDU and keyword), reason and detail.
 */
public final class ArchiveFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String place;

    /** What is wrong with the file. */
    public enum Reason {
        NOT_READABLE("cannot be read"),
        NOT_TEXT("is not a text file"),
        FILE_TOO_LARGE("file is too large"),
        LINE_TOO_LONG("line is too long"),
        TOO_MANY_TOAS("too many TOAs"),
        TOO_MANY_EVENTS("too many events"),
        TRUNCATED("file is cut"),
        OUTSIDE_FOLDER("lies outside the archive's folder"),
        NOTHING_FOUND("no archive found"),
        AMBIGUOUS_PAIR("par and tim files cannot be paired"),

        NOT_FORMAT_1("FORMAT is not 1"),
        UNKNOWN_DIALECT("line is in no known format"),
        TOO_FEW_FIELDS("too few fields"),
        MALFORMED_NUMBER("not a number"),
        NOT_FINITE("number is not finite"),
        NOT_POSITIVE("number must be positive"),
        OUT_OF_RANGE("number is out of range"),
        UNSUPPORTED_COMMAND("command is not supported"),
        INCLUDE_CYCLE("file includes itself"),
        INCLUDE_TOO_DEEP("too many nested INCLUDEs"),
        FRAME_TOO_LARGE("frame does not fit into a record"),

        MISSING_PARAMETER("parameter is missing"),
        DUPLICATE_PARAMETER("parameter is given twice"),
        MALFORMED_PARAMETER("parameter is malformed"),

        MALFORMED_FITS("is no valid FITS file"),
        MISSING_HDU("extension is missing"),
        MISSING_KEYWORD("keyword is missing"),
        MALFORMED_KEYWORD("keyword is malformed"),
        MISSING_COLUMN("column is missing"),
        MALFORMED_COLUMN("column is malformed"),
        CHANNEL_OUT_OF_RANGE("channel is out of range"),
        GRID_MISMATCH("energy or channel grids do not match"),

        INVALID_DESCRIPTION("source description is invalid"),
        MALFORMED_TABLE("table is malformed");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }

    ArchiveFormatException(Reason reason, String place, String detail) {
        this(reason, place, detail, null);
    }

    ArchiveFormatException(Reason reason, String place, String detail, @Nullable Throwable cause) {
        super(place + ": " + reason.text + (detail.isEmpty() ? "" : ": " + detail), cause);
        this.reason = reason;
        this.place = place;
    }

    /** What is wrong. */
    public Reason reason() {
        return reason;
    }

    /** Where: {@code file}, {@code file:line} or {@code file[HDU]}. */
    public String place() {
        return place;
    }
}
