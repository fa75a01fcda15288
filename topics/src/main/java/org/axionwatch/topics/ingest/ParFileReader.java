package org.axionwatch.topics.ingest;

import java.nio.file.Path;
import java.util.List;
import org.axionwatch.records.TrustedRecords;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;

/**
 * Reads tempo, tempo2 and PINT {@code .par} files into {@link PulsarEphemeris}.
 *
 * <p>PSR (or PSRJ, PSRB), F0, PEPOCH and DM are required. Fortran exponents (1.5D-15) are read; F0 keeps its digits as
 * double plus remainder. EQUAD, ECORR and TNECORR are converted from microseconds to seconds; RNAMP and RNIDX become
 * log10 A = log10(RNAMP 2 pi sqrt(3) / (86400 x 365.24 x 1e6)) and gamma = -RNIDX unless TNREDAMP is given. Tempo's
 * habit of writing PBDOT, XDOT and EDOT in units of 1e-12 is undone where the magnitude exceeds 1e-7. Lines that no
 * field of the record represents are kept as written.
 */
public final class ParFileReader {
    /**
     * Reads one pulsar.
     *
     * @throws ArchiveFormatException with file, line and reason if a line is malformed, given twice or missing
     */
    public PulsarEphemeris read(Path file) {
        TrustedRecords.trust();
        TextFile text = TextFile.read(file);
        var parameters = new ParParameters(text.name());
        for (int i = 0; i < text.lines().size(); i++) {
            String line = text.lines().get(i).strip();
            if (!isComment(line)) {
                text.requireWhole(i);
                parameters.add(new ParLine(List.of(line.split("\\s+")), line, text.place(i)));
            }
        }
        return new ParRecord(parameters).ephemeris();
    }

    private static boolean isComment(String line) {
        return line.isEmpty() || line.startsWith("#") || line.matches("[cC](\\s.*)?");
    }

    static ArchiveFormatException missing(String file, String what) {
        return new ArchiveFormatException(Reason.MISSING_PARAMETER, file, what);
    }
}
