package org.axionwatch.topics.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;

/** Reads limits in the convention of the AxionLimits collection: mass [eV] and coupling, {@code #} begins a comment. */
public final class LimitCurveReader {
    private static final String ENDING = ".txt";

    /**
     * Reads a file whole.
     *
     * @throws ArchiveFormatException naming the line that has not two positive numbers, or the file that has no point
     */
    public LimitCurve read(Path file) {
        TextFile text = TextFile.read(file);
        List<Double> masses = new ArrayList<>();
        List<Double> couplings = new ArrayList<>();
        for (int i = 0; i < text.lines().size(); i++) {
            String line = text.lines().get(i).replaceFirst("#.*", "").strip();
            if (line.isEmpty()) {
                continue;
            }
            String[] words = line.split("[\\s,]+");
            if (words.length != 2) {
                throw new ArchiveFormatException(
                        Reason.MALFORMED_TABLE, text.place(i), words.length + " columns instead of mass and coupling");
            }
            masses.add(Numbers.positive(words[0], "mass", text.place(i)));
            couplings.add(Numbers.positive(words[1], "coupling", text.place(i)));
        }
        if (masses.isEmpty()) {
            throw new ArchiveFormatException(Reason.MALFORMED_TABLE, text.name(), "it holds no point");
        }
        String name = text.name().endsWith(ENDING)
                ? text.name().substring(0, text.name().length() - ENDING.length())
                : text.name();
        return new LimitCurve(name, masses, couplings);
    }
}
