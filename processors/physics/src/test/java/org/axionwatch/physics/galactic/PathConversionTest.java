package org.axionwatch.physics.galactic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.axionwatch.physics.SharedReference;
import org.axionwatch.physics.galactic.GalacticSightline.InnerField;
import org.junit.jupiter.api.Test;

class PathConversionTest {

    private static final Map<String, GalacticSightline> TARGETS =
            Map.of("Quintuplet", GalacticSightline.QUINTUPLET, "Westerlund1", GalacticSightline.WESTERLUND_1);

    @Test
    void shouldMatchReferenceWhenThereIsOneCell() {
        for (JsonNode vector : SharedReference.vectors("conversion.cell")) {
            JsonNode in = vector.get("inputs");
            PathCell cell = new PathCell(0, number(in, "B_uG"), number(in, "ne_cm3"), number(in, "L_kpc"));
            assertMatches(vector, conversion(in).probability(List.of(cell)));
        }
    }

    @Test
    void shouldMatchReferenceWhenThereAreManyCells() {
        for (JsonNode vector : SharedReference.vectors("conversion.path")) {
            JsonNode in = vector.get("inputs");
            List<PathCell> cells = new ArrayList<>();
            for (JsonNode cell : in.get("cells")) {
                cells.add(new PathCell(
                        cell.get("B_uG").get(0).asDouble(),
                        cell.get("B_uG").get(1).asDouble(),
                        number(cell, "ne_cm3"),
                        number(cell, "ds_kpc")));
            }
            assertMatches(vector, conversion(in).probability(cells));
        }
    }

    @Test
    void shouldMatchReferenceWhenSightlineIsFiducial() throws IOException {
        for (JsonNode vector : SharedReference.vectors("conversion.sightline")) {
            JsonNode in = vector.get("inputs");
            List<PathCell> cells = fiducialCells(in.get("target").asText(), InnerField.HOLD);
            for (int i = 0; i < in.get("E_keV").size(); i++) {
                double expected = vector.get("output").get(i).asDouble();
                double actual = new PathConversion(
                                in.get("E_keV").get(i).asDouble(), number(in, "m_eV"), number(in, "g_GeV"))
                        .probability(cells);
                assertThat(actual)
                        .as(vector.toString())
                        .isCloseTo(expected, Offset.offset(vector.get("rtol").asDouble() * expected));
            }
        }
    }

    @Test
    void shouldComeCloseToPublishedProbabilitiesWhenInnerFieldIsMasked() throws IOException {
        List<PathCell> cells = fiducialCells("Quintuplet", InnerField.MASK);
        assertThat(new PathConversion(80, 0, 1e-12).probability(cells))
                .isCloseTo(1.0e-4, Percentage.withPercentage(15));
        assertThat(new PathConversion(10, 0, 1e-12).probability(cells)).isCloseTo(3.2e-5, Percentage.withPercentage(5));
    }

    @Test
    void shouldMatchQuotedValueWhenFieldIsCoherent() {
        List<PathCell> cell = List.of(new PathCell(3, 0, 0, 1));
        assertThat(new PathConversion(80, 0, 1e-12).probability(cell))
                .isCloseTo(2.09966e-5, Percentage.withPercentage(1e-3));
    }

    @Test
    void shouldNotDependOnCuttingWhenMediumIsUniform() {
        PathConversion conversion = new PathConversion(10, 2e-11, 1e-12);
        double whole = conversion.probability(List.of(new PathCell(2, -1, 0.08, 5)));
        double cut = conversion.probability(Collections.nCopies(50, new PathCell(2, -1, 0.08, 0.1)));
        assertThat(cut).isCloseTo(whole, Percentage.withPercentage(1e-9));
    }

    @Test
    void shouldBeResonantWhenAxionMassIsPlasmaFrequency() {
        List<PathCell> cell = List.of(new PathCell(3, 0, 0.1, 5));
        double massEv = PlasmaFrequency.electronVolts(0.1);
        assertThat(new PathConversion(10, massEv, 1e-12).probability(cell))
                .isCloseTo(25 * 2.09966e-5, Percentage.withPercentage(1e-3));
    }

    @Test
    void shouldNameQuantityWhenItIsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PathCell(1, 0, -1, 1))
                .withMessageContaining("electron density");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PathConversion(Double.NaN, 0, 1e-12))
                .withMessageContaining("energy");
    }

    private static List<PathCell> fiducialCells(String target, InnerField inner) throws IOException {
        String file = "physics/sightlines/" + target.toLowerCase(Locale.ROOT) + ".csv";
        double[] densities = Files.readAllLines(SharedReference.path(file)).stream()
                .filter(line -> !line.isEmpty() && Character.isDigit(line.charAt(0)))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(',') + 1)))
                .toArray();
        return TARGETS.get(target).cells(densities, 0.002, inner);
    }

    private static PathConversion conversion(JsonNode inputs) {
        return new PathConversion(number(inputs, "E_keV"), number(inputs, "m_eV"), number(inputs, "g_GeV"));
    }

    private static double number(JsonNode inputs, String name) {
        return inputs.get(name).asDouble();
    }

    private static void assertMatches(JsonNode vector, double actual) {
        double expected = vector.get("output").asDouble();
        assertThat(actual)
                .as(vector.toString())
                .isCloseTo(expected, Offset.offset(vector.get("rtol").asDouble() * expected));
    }
}
