package org.axionwatch.physics.bandpass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.commons.math3.complex.Complex;
import org.assertj.core.data.Offset;
import org.axionwatch.physics.SharedReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriangleFunctionTest {

    @Test
    void shouldMatchReferenceVectors() {
        for (JsonNode vector : SharedReference.vectors("bandpass.triangle")) {
            JsonNode in = vector.get("inputs");
            Complex actual = TriangleFunction.value(
                    in.get("a").asDouble(), in.get("b").asDouble(), in.get("c").asDouble());
            assertThat(actual.getReal())
                    .as(vector.get("id").asText())
                    .isCloseTo(vector.get("output").get(0).asDouble(), relative(vector, 0));
            assertThat(actual.getImaginary())
                    .as(vector.get("id").asText())
                    .isCloseTo(vector.get("output").get(1).asDouble(), relative(vector, 1));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, -1", "0.5, -1.2337005501361697", "1, -2.4674011002723397"})
    void shouldMatchClosedFormWhenOneInvariantRemains(double c, double expected) {
        assertClose(TriangleFunction.value(0, 0, c), new Complex(expected), 1e-14);
    }

    @Test
    void shouldMatchHiggsFormAboveThreshold() {
        double c = 7;
        double root = Math.sqrt(1 - 1 / c);
        Complex logarithm = new Complex(Math.log((1 + root) / (1 - root)), -Math.PI);
        assertClose(
                TriangleFunction.value(0, c, 0), logarithm.multiply(logarithm).divide(4 * c), 1e-14);
    }

    @ParameterizedTest
    @CsvSource({"-9,1200", "0.3,0.7", "2.5,40", "-3,-50", "4,-7"})
    void shouldTendToClosedFormWhenThirdInvariantVanishes(double a, double c) {
        assertClose(TriangleFunction.value(a, 1e-13, c), TriangleFunction.value(a, 0, c), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"0.5,-0.3,3", "2,3,5", "-9,-0.5,1200", "0.9,0.8,0.7"})
    void shouldBeSymmetricWhenArgumentsArePermuted(double a, double b, double c) {
        Complex value = TriangleFunction.value(a, b, c);
        assertClose(TriangleFunction.value(b, c, a), value, 1e-11);
        assertClose(TriangleFunction.value(b, a, c), value, 1e-11);
    }

    @ParameterizedTest
    @CsvSource({"0.19,0.19,0.19", "0.1,-0.15,0.19", "-0.19,-0.01,0.12"})
    void shouldContinueSeriesWhenArgumentsGrow(double a, double b, double c) {
        double series = TriangleSeries.departure(a, b, c) - 1;
        assertClose(TriangleIntegral.value(a, b, c), new Complex(series), 1e-11);
    }

    @ParameterizedTest
    @CsvSource({"2,2,2", "1.5,2.5,3", "3,3,0.4"})
    void shouldMatchShiftedFeynmanIntegralWhenKallenFunctionIsNegative(double a, double b, double c) {
        Complex expected = richardson(a, b, c);
        assertClose(TriangleFunction.value(a, b, c), expected, 3e-3);
    }

    @Test
    void shouldKeepFullPrecisionWhenArgumentsAreTiny() {
        assertThat(TriangleFunction.departure(1e-13, 2e-13, -1e-14).getReal())
                .isCloseTo(-(1e-13 + 2e-13 - 1e-14) / 3, Offset.offset(1e-25));
    }

    @Test
    void shouldStayContinuousWhenTwoInvariantsMeet() {
        assertClose(TriangleFunction.value(3, 0, 3), TriangleFunction.value(3, 0, 3 + 1e-4), 1e-4);
        assertClose(TriangleFunction.value(0.4, 0, 0.4), TriangleFunction.value(0.4, 0, 0.4 + 1e-5), 1e-4);
    }

    @Test
    void shouldRefuseWhenValueDoesNotExist() {
        assertThatIllegalArgumentException().isThrownBy(() -> TriangleFunction.value(1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> TriangleFunction.value(Double.NaN, 0, 1));
    }

    /** Midpoint rule of the Feynman parameters at invariants a little above the real axis, extrapolated to it. */
    private static Complex richardson(double a, double b, double c) {
        Complex coarse = feynman(a, b, c, 0.1);
        Complex middle = feynman(a, b, c, 0.05);
        Complex fine = feynman(a, b, c, 0.025);
        Complex first = middle.multiply(2).subtract(coarse);
        Complex second = fine.multiply(2).subtract(middle);
        return second.multiply(4).subtract(first).divide(3);
    }

    private static Complex feynman(double a, double b, double c, double shift) {
        int cells = 1200;
        Complex sum = Complex.ZERO;
        for (int i = 0; i < cells; i++) {
            double s = (i + 0.5) / cells;
            for (int j = 0; j < cells; j++) {
                double w = (j + 0.5) / cells;
                double x = s * w;
                double y = s * (1 - w);
                double z = 1 - s;
                double real = 1 - 4 * (x * z * a + y * z * b + x * y * c);
                double imaginary = -4 * shift * (x * z + y * z + x * y);
                double norm = real * real + imaginary * imaginary;
                sum = sum.add(new Complex(s * real / norm, -s * imaginary / norm));
            }
        }
        return sum.multiply(-2.0 / cells / cells);
    }

    private static Offset<Double> relative(JsonNode vector, int component) {
        double expected = Math.abs(vector.get("output").get(component).asDouble());
        return Offset.offset(vector.get("rtol").asDouble() * expected);
    }

    private static void assertClose(Complex actual, Complex expected, double relative) {
        assertThat(actual.subtract(expected).abs())
                .as("%s against %s", actual, expected)
                .isLessThanOrEqualTo(relative * expected.abs());
    }
}
