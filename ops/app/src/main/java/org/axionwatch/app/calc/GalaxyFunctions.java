package org.axionwatch.app.calc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.axionwatch.physics.galactic.JanssonFarrarField;
import org.axionwatch.physics.galactic.PathCell;
import org.axionwatch.physics.galactic.PathConversion;
import org.axionwatch.physics.galactic.PlasmaFrequency;

/** The Milky Way between the stars and Earth. */
final class GalaxyFunctions {

    private GalaxyFunctions() {}

    static Map<String, CalculatorFunction> all() {
        return Map.of(
                "galactic.plasma-frequency",
                inputs -> Outputs.number(PlasmaFrequency.electronVolts(inputs.number("ne_cm3"))),
                "galactic.jf12",
                GalaxyFunctions::field,
                "conversion.cell",
                GalaxyFunctions::cell,
                "conversion.path",
                GalaxyFunctions::path);
    }

    private static JsonNode field(Inputs inputs) {
        JanssonFarrarField.Components field = JanssonFarrarField.at(new Vector3D(inputs.numbers("xyz_kpc", 3)));
        ArrayNode components = JsonNodeFactory.instance.arrayNode();
        components.add(Outputs.list(field.disk().toArray()));
        components.add(Outputs.list(field.toroidalHalo().toArray()));
        components.add(Outputs.list(field.xField().toArray()));
        return components;
    }

    private static JsonNode cell(Inputs inputs) {
        PathCell cell = new PathCell(inputs.number("B_uG"), 0, inputs.number("ne_cm3"), inputs.number("L_kpc"));
        return Outputs.number(conversion(inputs).probability(List.of(cell)));
    }

    private static JsonNode path(Inputs inputs) {
        List<PathCell> cells = new ArrayList<>();
        for (Inputs cell : inputs.objects("cells")) {
            double[] field = cell.numbers("B_uG", 2);
            cells.add(new PathCell(field[0], field[1], cell.number("ne_cm3"), cell.number("ds_kpc")));
        }
        return Outputs.number(conversion(inputs).probability(cells));
    }

    private static PathConversion conversion(Inputs inputs) {
        return new PathConversion(inputs.number("E_keV"), inputs.number("m_eV"), inputs.number("g_GeV"));
    }
}
