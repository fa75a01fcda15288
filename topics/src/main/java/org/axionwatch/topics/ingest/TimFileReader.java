package org.axionwatch.topics.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;

/**
 * Reads {@code .tim} archives: tempo2's FORMAT 1, {@code name frequency[MHz] MJD uncertainty[us] site -flag value ...},
 * and before that command, or without it, the Princeton, Parkes and ITOA lines of {@link FixedColumnToa}. A line of more
 * than {@value #LONGEST_FIXED_COLUMNS} characters is FORMAT 1 without the command too, as tempo2 has it.
 *
 * <p>Applied: INCLUDE (relative to the including file), SKIP/NOSKIP, END, TIME (seconds, adding up), EFAC, EQUAD (us;
 * sigma' = sqrt((EFAC sigma)^2 + EQUAD^2)), EMIN/EMAX (us, on the uncertainty as written), FMIN/FMAX (MHz). JUMP, PHASE
 * and INFO become the flags {@code tim_jump}, {@code phase} (turns) and {@code info} of the TOAs they cover. FORMAT holds for
 * its own file, every other command for the files that follow too. MODE changes nothing that is read. Any other command is a named error.
 *
 * <p>Arrival times keep 10 ps: day and fraction are read from the digits, never through one double.
 */
public final class TimFileReader {
    private static final int MAX_DEPTH = 16;
    private static final int LONGEST_FIXED_COLUMNS = 80;

    private final boolean outsideAllowed;

    /** @param outsideAllowed whether INCLUDE may leave the folder of the archive */
    public TimFileReader(boolean outsideAllowed) {
        this.outsideAllowed = outsideAllowed;
    }

    /**
     * Reads an archive whole.
     *
     * @throws ArchiveFormatException with file, line and reason if any line cannot be read
     */
    public TimFile read(Path file) {
        Path real = realPath(file, TextFile.name(file), file.toString());
        var reading = new Reading(parent(real), new TimState(), new ArrayDeque<>());
        readFile(real, reading);
        TimFile result = reading.state.result(TextFile.name(file));
        if (result.toaLines() == 0) {
            throw new ArchiveFormatException(Reason.TOO_FEW_FIELDS, TextFile.name(file), "no TOA line");
        }
        return result;
    }

    private record Reading(Path folder, TimState state, Deque<Path> open) {}

    private void readFile(Path file, Reading reading) {
        TextFile text = TextFile.read(file);
        reading.open.push(file);
        boolean formatOne = false;
        boolean ended = false;
        for (int i = 0; i < text.lines().size(); i++) {
            String line = text.lines().get(i).strip();
            if (isComment(line)) {
                continue;
            }
            List<String> fields = List.of(line.split("\\s+"));
            if (ended) {
                if (!TimCommand.isCommand(fields)) {
                    reading.state.skip("after-END");
                }
            } else if (TimCommand.isCommand(fields)) {
                var command = TimCommand.parse(fields, text.place(i));
                switch (command.kind()) {
                    case FORMAT -> formatOne = true;
                    case END -> ended = true;
                    case INCLUDE -> include(command, file, reading, text.place(i));
                    default -> reading.state.apply(command);
                }
            } else {
                readToa(fields, text, i, new Target(reading.state, formatOne));
            }
        }
        reading.open.pop();
    }

    private record Target(TimState state, boolean formatOne) {}

    private static void readToa(List<String> fields, TextFile text, int index, Target target) {
        if (target.state.skipping()) {
            target.state.skip("skipped-by-SKIP");
            return;
        }
        boolean mayBeCut = !target.formatOne || fields.size() > TimLine.FIELDS;
        if (mayBeCut) {
            text.requireWhole(index);
        }
        String place = text.place(index);
        TimLine line = target.formatOne
                ? TimLine.parse(fields, place)
                : FixedColumnToa.princeton(text.lines().get(index), place)
                        .orElseGet(() -> otherThanPrinceton(fields, text.lines().get(index), place));
        target.state.add(line, place);
    }

    private static TimLine otherThanPrinceton(List<String> fields, String line, String place) {
        if (line.length() > LONGEST_FIXED_COLUMNS) {
            return TimLine.parse(fields, place);
        }
        return FixedColumnToa.parkesOrItoa(line, place)
                .orElseThrow(() -> new ArchiveFormatException(
                        Reason.UNKNOWN_DIALECT,
                        place,
                        "no FORMAT 1 above it, and no Princeton, Parkes or ITOA columns"));
    }

    private void include(TimCommand command, Path file, Reading reading, String place) {
        if (reading.state.skipping()) {
            return;
        }
        String target = command.text();
        Path real = realPath(parent(file).resolve(target), place, target);
        if (!outsideAllowed && !real.startsWith(reading.folder)) {
            throw new ArchiveFormatException(Reason.OUTSIDE_FOLDER, place, "INCLUDE " + target);
        }
        if (reading.open.contains(real)) {
            throw new ArchiveFormatException(Reason.INCLUDE_CYCLE, place, "INCLUDE " + target);
        }
        if (reading.open.size() >= MAX_DEPTH) {
            throw new ArchiveFormatException(Reason.INCLUDE_TOO_DEEP, place, "at most " + MAX_DEPTH);
        }
        readFile(real, reading);
    }

    private static boolean isComment(String line) {
        return line.isEmpty()
                || line.startsWith("#")
                || line.equalsIgnoreCase("c")
                || line.matches("(?s)[cC]{1,2}\\s.*")
                || line.equals("CC");
    }

    private static Path realPath(Path path, String place, String what) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new ArchiveFormatException(Reason.NOT_READABLE, place, what, e);
        }
    }

    private static Path parent(Path real) {
        Path parent = real.getParent();
        return parent == null ? real : parent;
    }
}
