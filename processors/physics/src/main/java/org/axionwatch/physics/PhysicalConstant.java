package org.axionwatch.physics;

/**
 * A constant of nature, or a unit conversion, with its provenance.
 *
 * @param name name under which a calculator offers it, with its unit as suffix
 * @param value value in {@code unit}
 * @param unit unit of {@code value}
 * @param source where the value is defined, or what it is derived from
 */
public record PhysicalConstant(String name, double value, String unit, String source) {

    public PhysicalConstant {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException("constant " + name + " must be positive and finite, not " + value);
        }
    }
}
