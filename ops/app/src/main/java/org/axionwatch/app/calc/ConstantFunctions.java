package org.axionwatch.app.calc;

import java.util.Map;
import org.axionwatch.app.calc.CalculatorException.Reason;
import org.axionwatch.physics.PhysicalConstants;

/** The catalogue of constants. */
final class ConstantFunctions {

    private ConstantFunctions() {}

    static Map<String, CalculatorFunction> all() {
        return Map.of("constants", inputs -> {
            String name = inputs.text("name");
            return Outputs.number(PhysicalConstants.named(name)
                    .orElseThrow(
                            () -> new CalculatorException(Reason.BAD_INPUT, "name is " + name + ", no such constant"))
                    .value());
        });
    }
}
