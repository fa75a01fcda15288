package org.axionwatch.topics.ingest;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import nom.tam.fits.FitsException;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;

/**
 * Effective area by true energy (ancillary response, OGIP CAL/GEN/92-002a).
 *
 * @param place file with extension
 * @param energies intervals of true energy
 * @param areaCm2 effective area in each, at least 0 [cm^2]
 */
@SuppressWarnings("ArrayRecordComponent")
public record EffectiveArea(String place, EnergyGrid energies, double[] areaCm2) {
    private static final Set<String> SQUARE_CENTIMETRES = Set.of("cm**2", "cm^2", "cm2");

    /** @throws ArchiveFormatException with file, extension and reason where the area cannot be read whole */
    public static EffectiveArea read(Path path) {
        return FitsFile.read(path, EffectiveArea::of);
    }

    private static EffectiveArea of(FitsFile file) throws FitsException {
        FitsTable table = file.table("SPECRESP", "SPECRESP");
        String unit = table.keywords()
                .text("TUNIT" + table.columnNumber("SPECRESP"), "cm**2")
                .toLowerCase(Locale.ROOT);
        if (!SQUARE_CENTIMETRES.contains(unit)) {
            throw new ArchiveFormatException(
                    Reason.MALFORMED_KEYWORD, table.place(), "unit of SPECRESP is " + unit + ", not cm**2");
        }
        double[] area = table.finite("SPECRESP");
        for (int i = 0; i < area.length; i++) {
            if (!(area[i] >= 0)) {
                throw new ArchiveFormatException(
                        Reason.OUT_OF_RANGE, table.place(), "SPECRESP of row " + (i + 1) + " is " + area[i]);
            }
        }
        return new EffectiveArea(table.place(), EnergyGrid.of(table, "ENERG_LO", "ENERG_HI"), area);
    }
}
