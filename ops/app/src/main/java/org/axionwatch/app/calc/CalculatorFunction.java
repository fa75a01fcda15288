package org.axionwatch.app.calc;

import com.fasterxml.jackson.databind.JsonNode;

/** One function of the calculator: unpacks its inputs, calls the physics, packs the answer. */
@FunctionalInterface
interface CalculatorFunction {

    JsonNode apply(Inputs inputs);
}
