package org.axionwatch.app.calc;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.axionwatch.physics.galactic.GalacticSightline;
import org.axionwatch.physics.galactic.GalacticSightline.InnerField;
import org.axionwatch.physics.galactic.PathCell;
import org.axionwatch.physics.galactic.PathConversion;

/** Conversion on the way from a star cluster, with electron densities read from one file for each target. */
final class SightlineFunctions {

    private static final Map<String, GalacticSightline> TARGETS =
            Map.of("Quintuplet", GalacticSightline.QUINTUPLET, "Westerlund1", GalacticSightline.WESTERLUND_1);

    private static final Map<String, InnerField> INNER_FIELDS =
            Map.of("hold", InnerField.HOLD, "mask", InnerField.MASK);

    private SightlineFunctions() {}

    static Map<String, CalculatorFunction> all(Path densityTables) {
        return Map.of("conversion.sightline", inputs -> sightline(inputs, densityTables));
    }

    private static JsonNode sightline(Inputs inputs, Path densityTables) {
        GalacticSightline sightline = inputs.choice("target", TARGETS);
        InnerField inner = inputs.choice("inner", INNER_FIELDS);
        String file = inputs.text("target").toLowerCase(Locale.ROOT) + ".csv";
        DensityTable table = DensityTable.read(densityTables.resolve(file));
        List<PathCell> cells = sightline.cells(table.electronDensitiesPerCm3(), table.cellLengthKpc(), inner);
        double massEv = inputs.number("m_eV");
        double couplingPerGeV = inputs.number("g_GeV");
        return Outputs.list(Arrays.stream(inputs.numbers("E_keV"))
                .map(energyKeV -> new PathConversion(energyKeV, massEv, couplingPerGeV).probability(cells))
                .toArray());
    }
}
