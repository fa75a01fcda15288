package org.axionwatch.app.calc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.axionwatch.app.calc.CalculatorException.Reason;

/**
 * Free-electron densities along a sightline, from a comma-separated file of cell midpoints: distance from Earth in kpc
 * and density in cm^-3, cells of equal length starting at Earth. Lines with # and the column names are skipped.
 */
record DensityTable(double[] electronDensitiesPerCm3, double cellLengthKpc) {

    private static final String COLUMNS = "distance_kpc,ne_cm3";
    private static final double RELATIVE_SPACING_ERROR = 0.05;

    static DensityTable read(Path file) {
        List<String> lines = lines(file);
        double[] densities = new double[lines.size()];
        double cellLengthKpc = Double.NaN;
        int cells = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#") || line.equals(COLUMNS)) {
                continue;
            }
            double[] row = row(line, file, i + 1);
            if (cells == 0) {
                cellLengthKpc = 2 * row[0];
            }
            if (!(Math.abs(row[0] / cellLengthKpc - (cells + 0.5)) < RELATIVE_SPACING_ERROR)) {
                throw bad(file, i + 1, "distance " + row[0] + " is not the middle of cell " + cells);
            }
            densities[cells++] = row[1];
        }
        if (cells == 0) {
            throw bad(file, lines.size(), "no cells");
        }
        return new DensityTable(Arrays.copyOf(densities, cells), cellLengthKpc);
    }

    private static double[] row(String line, Path file, int number) {
        String[] fields = line.split(",", -1);
        try {
            if (fields.length == 2) {
                return new double[] {Double.parseDouble(fields[0]), Double.parseDouble(fields[1])};
            }
        } catch (NumberFormatException notNumbers) {
            throw bad(file, number, "not two numbers");
        }
        throw bad(file, number, "not two numbers");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new CalculatorException(Reason.BAD_INPUT, "no electron densities can be read from " + file);
        }
    }

    private static CalculatorException bad(Path file, int line, String detail) {
        return new CalculatorException(Reason.BAD_INPUT, file + " line " + line + ": " + detail);
    }
}
