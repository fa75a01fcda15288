package org.axionwatch.topics.ingest;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;

/**
 * Reads a radial profile of a star, one spherical shell a line, with columns {@code R_Rsun} [solar radii],
 * {@code dR_cm} [cm], {@code T_K} [K], {@code rho_gcc} [g cm^-3] and the mass fractions {@code X_H}, {@code Y_He},
 * {@code X_C}, {@code X_O}, {@code X_Ne}, in any order; further columns are ignored.
 */
public final class StellarProfileReader {
    private static final List<String> COLUMNS =
            List.of("R_Rsun", "dR_cm", "T_K", "rho_gcc", "X_H", "Y_He", "X_C", "X_O", "X_Ne");
    private static final int POSITIVE_COLUMNS = 4;
    private static final double ROUNDING = 1e-3;

    /**
     * One shell.
     *
     * @param radiusSolar radius, solar radii
     * @param thicknessCm thickness, cm
     * @param temperatureKelvin temperature, K
     * @param densityGramsPerCm3 density, g cm^-3
     * @param massFractions composition
     */
    public record Shell(
            double radiusSolar,
            double thicknessCm,
            double temperatureKelvin,
            double densityGramsPerCm3,
            MassFractions massFractions) {}

    /** Mass fractions of hydrogen, helium, carbon, oxygen and neon; what they leave to 1 is {@link #rest}. */
    public record MassFractions(double hydrogen, double helium, double carbon, double oxygen, double neon) {
        /** Nitrogen and all elements beyond neon, at least 0. */
        public double rest() {
            return Math.max(0, 1 - hydrogen - helium - carbon - oxygen - neon);
        }
    }

    /**
     * Reads a profile.
     *
     * @return shells in the order of the file, at least one
     * @throws ArchiveFormatException with file, line and reason
     */
    public List<Shell> read(Path file) {
        TextFile text = TextFile.read(file);
        if (text.lines().size() < 2) {
            throw new ArchiveFormatException(Reason.MALFORMED_TABLE, text.name(), "no shell");
        }
        List<String> header = List.of(text.lines().get(0).split(",", -1));
        if (!header.containsAll(COLUMNS)) {
            throw new ArchiveFormatException(Reason.MISSING_COLUMN, text.place(0), "needs " + COLUMNS);
        }
        int[] index = COLUMNS.stream().mapToInt(header::indexOf).toArray();
        return IntStream.range(1, text.lines().size())
                .mapToObj(line -> shell(text, line, header.size(), index))
                .toList();
    }

    private static Shell shell(TextFile text, int line, int width, int[] index) {
        text.requireWhole(line);
        String place = text.place(line);
        String[] cells = text.lines().get(line).split(",", -1);
        if (cells.length != width) {
            throw new ArchiveFormatException(Reason.MALFORMED_TABLE, place, cells.length + " cells for " + width);
        }
        double[] values = IntStream.range(0, index.length)
                .mapToDouble(column -> Numbers.number(cells[index[column]].strip(), COLUMNS.get(column), place))
                .toArray();
        for (int column = 0; column < POSITIVE_COLUMNS; column++) {
            if (!(values[column] > 0)) {
                throw new ArchiveFormatException(
                        Reason.NOT_POSITIVE, place, COLUMNS.get(column) + " is " + values[column]);
            }
        }
        return new Shell(values[0], values[1], values[2], values[3], composition(values, place));
    }

    private static MassFractions composition(double[] values, String place) {
        double[] fractions = Arrays.copyOfRange(values, POSITIVE_COLUMNS, values.length);
        double sum = Arrays.stream(fractions).sum();
        if (!Arrays.stream(fractions).allMatch(fraction -> fraction >= 0) || sum > 1 + ROUNDING) {
            throw new ArchiveFormatException(
                    Reason.OUT_OF_RANGE, place, "mass fractions " + Arrays.toString(fractions));
        }
        return new MassFractions(fractions[0], fractions[1], fractions[2], fractions[3], fractions[4]);
    }
}
