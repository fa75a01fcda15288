package org.axionwatch.topics.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.axionwatch.records.TrustedRecords;
import org.axionwatch.records.pulsar.PulseTemplate;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;

/**
 * Reads a pulse template: text with two columns, phase (or number) of a sample and its intensity, in order of phase; {@code #}
 * begins a comment. The number of samples is a power of two, 8 to 16384.
 */
public final class TemplateReader {
    private static final int MAX_SAMPLES = 16_384;

    /**
     * Reads a template whole.
     *
     * @throws ArchiveFormatException with file, line and reason if it cannot be read
     */
    public PulseTemplate read(Path path) {
        TrustedRecords.trust();
        TextFile file = TextFile.read(path);
        List<Double> intensities = new ArrayList<>();
        double phase = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < file.lines().size(); i++) {
            String line = file.lines().get(i).replaceFirst("#.*", "").strip();
            if (line.isEmpty()) {
                continue;
            }
            String[] columns = line.split("\\s+");
            if (columns.length != 2) {
                throw new ArchiveFormatException(
                        Reason.MALFORMED_TABLE, file.place(i), columns.length + " columns instead of two");
            }
            double next = Numbers.number(columns[0], "phase", file.place(i));
            if (!(next > phase)) {
                throw new ArchiveFormatException(
                        Reason.MALFORMED_TABLE, file.place(i), "phase " + next + " does not follow " + phase);
            }
            phase = next;
            intensities.add(Numbers.number(columns[1], "intensity", file.place(i)));
        }
        int samples = intensities.size();
        if (samples < 8 || samples > MAX_SAMPLES || Integer.bitCount(samples) != 1) {
            throw new ArchiveFormatException(
                    Reason.MALFORMED_TABLE,
                    file.name(),
                    samples + " samples, no power of two from 8 to " + MAX_SAMPLES);
        }
        if (intensities.stream().distinct().count() < 2) {
            throw new ArchiveFormatException(Reason.MALFORMED_TABLE, file.name(), "all samples are equal");
        }
        return new PulseTemplate(file.name(), null, intensities);
    }
}
