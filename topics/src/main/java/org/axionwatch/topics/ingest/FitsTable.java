package org.axionwatch.topics.ingest;

import java.lang.reflect.Array;
import java.util.Locale;
import java.util.OptionalLong;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.FitsException;
import nom.tam.util.ArrayFuncs;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;

/** Numeric columns of one binary table, found whatever the case of their names. */
record FitsTable(BinaryTableHDU table, String place) {
    FitsKeywords keywords() {
        return new FitsKeywords(table.getHeader(), place);
    }

    int rows() {
        return table.getNRows();
    }

    /** EXTNAME in capitals. */
    String extension() {
        return keywords().text("EXTNAME", "").toUpperCase(Locale.ROOT);
    }

    /** Whether HDUCLAS1 or HDUCLAS2 is an OGIP class. */
    boolean isOfClass(String hduClass) {
        return keywords().text("HDUCLAS1", "").equalsIgnoreCase(hduClass)
                || keywords().text("HDUCLAS2", "").equalsIgnoreCase(hduClass);
    }

    boolean hasColumn(String name) {
        return find(name) >= 0;
    }

    /** Number of a column, counted from 1 as in TTYPEn. */
    int columnNumber(String name) {
        return column(name) + 1;
    }

    /** Elements of one row of a column, whether its format is scalar, of fixed or of variable length; axes in storage order. */
    double[] row(String name, int row) throws FitsException {
        int column = column(name);
        Object raw = ArrayFuncs.flatten(table.getElement(row, column));
        if (!raw.getClass().isArray() || !raw.getClass().getComponentType().isPrimitive()) {
            throw malformed(column);
        }
        double scale = keywords().numberOr("TSCAL" + (column + 1), 1);
        double zero = keywords().numberOr("TZERO" + (column + 1), 0);
        double[] values = new double[Array.getLength(raw)];
        for (int i = 0; i < values.length; i++) {
            values[i] = zero + scale * element(raw, i);
        }
        return values;
    }

    /** A column of whole numbers. */
    int[] integers(String name) throws FitsException {
        double[] values = finite(name);
        int[] result = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            result[row] = (int) values[row];
            if (result[row] != values[row]) {
                throw new ArchiveFormatException(
                        Reason.MALFORMED_COLUMN, place, name + " of row " + (row + 1) + " is " + values[row]);
            }
        }
        return result;
    }

    /** A column of finite numbers. */
    double[] finite(String name) throws FitsException {
        double[] values = doubles(column(name));
        for (int row = 0; row < values.length; row++) {
            if (!Double.isFinite(values[row])) {
                throw new ArchiveFormatException(Reason.NOT_FINITE, place, name + " of row " + (row + 1));
            }
        }
        return values;
    }

    float[] floats(String name) throws FitsException {
        double[] values = doubles(column(name));
        float[] result = new float[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (float) values[i];
        }
        return result;
    }

    float[] energies(String telescope) throws FitsException {
        int energy = find("ENERGY");
        EnergyScale scale = energy < 0 ? null : EnergyScale.ofUnit(keywords().text("TUNIT" + (energy + 1), ""));
        if (energy >= 0 && scale == null) {
            throw new ArchiveFormatException(Reason.MALFORMED_KEYWORD, place, "unit of ENERGY is neither eV nor keV");
        }
        int column = energy >= 0 ? energy : find("PI");
        scale = energy >= 0 ? scale : EnergyScale.ofMission(telescope);
        if (column < 0) {
            throw new ArchiveFormatException(Reason.MISSING_COLUMN, place, "ENERGY or PI");
        }
        if (scale == null) {
            throw new ArchiveFormatException(
                    Reason.MALFORMED_KEYWORD, place, "no energy of a PI channel is known for TELESCOP " + telescope);
        }
        double[] values = doubles(column);
        float[] result = new float[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = scale.energyKeV(values[i]);
        }
        return result;
    }

    private int column(String name) {
        int column = find(name);
        if (column < 0) {
            throw new ArchiveFormatException(Reason.MISSING_COLUMN, place, name);
        }
        return column;
    }

    private int find(String name) {
        for (int i = 0; i < table.getNCols(); i++) {
            if (keywords().text("TTYPE" + (i + 1), "").equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Values with TSCAL, TZERO and TNULL applied; a null is NaN. */
    private double[] doubles(int column) throws FitsException {
        Object raw = table.getColumn(column);
        FitsKeywords keywords = keywords();
        String format = keywords.text("TFORM" + (column + 1), "");
        if (!raw.getClass().isArray()
                || !raw.getClass().getComponentType().isPrimitive()
                || !format.matches("1?[BIJKED]")) {
            throw malformed(column);
        }
        double scale = keywords.numberOr("TSCAL" + (column + 1), 1);
        double zero = keywords.numberOr("TZERO" + (column + 1), 0);
        OptionalLong nothing = keywords.has("TNULL" + (column + 1)) && !format.matches("1?[ED]")
                ? OptionalLong.of((long) keywords.number("TNULL" + (column + 1)))
                : OptionalLong.empty();
        double[] values = new double[Array.getLength(raw)];
        for (int i = 0; i < values.length; i++) {
            double value = element(raw, i);
            boolean isNull = nothing.isPresent() && value == nothing.getAsLong();
            values[i] = isNull ? Double.NaN : zero + scale * value;
        }
        return values;
    }

    /** A FITS byte is unsigned. */
    private static double element(Object array, int index) {
        return array instanceof byte[] bytes ? bytes[index] & 0xff : Array.getDouble(array, index);
    }

    private ArchiveFormatException malformed(int column) {
        FitsKeywords keywords = keywords();
        return new ArchiveFormatException(
                Reason.MALFORMED_COLUMN,
                place,
                "TFORM" + (column + 1) + " of " + keywords.text("TTYPE" + (column + 1), "") + " is "
                        + keywords.text("TFORM" + (column + 1), ""));
    }
}
