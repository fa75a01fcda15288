package org.axionwatch.app.calc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.apache.commons.math3.complex.Complex;
import org.axionwatch.app.calc.CalculatorException.Reason;

/** Packs answers, and refuses those with a number that is not finite. */
final class Outputs {

    private Outputs() {}

    static JsonNode number(double value) {
        return DoubleNode.valueOf(value);
    }

    static ArrayNode list(double... values) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (double value : values) {
            list.add(value);
        }
        return list;
    }

    /** Real and imaginary part. */
    static ArrayNode complex(Complex value) {
        return list(value.getReal(), value.getImaginary());
    }

    static void requireFinite(JsonNode output) {
        if (output.isNumber() && !Double.isFinite(output.doubleValue())) {
            throw new CalculatorException(Reason.OUT_OF_RANGE, "the result is not a finite number");
        }
        output.forEach(Outputs::requireFinite);
    }
}
