package org.axionwatch.physics.dispersion;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.axionwatch.physics.dispersion.UnusableFrameException.Reason;

/** The parameters of an orbit by .par name, with a note of those that the orbit has asked for. */
final class OrbitParameters {
    private final String model;
    private final Map<String, Double> values;
    private final Set<String> used = new TreeSet<>();

    OrbitParameters(String model, Map<String, Double> values) {
        this.model = model;
        this.values = values;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** @throws UnusableFrameException INCOMPLETE_ORBIT where there is no finite value */
    double required(String name) {
        used.add(name);
        Double value = values.get(name);
        if (value == null || !Double.isFinite(value)) {
            throw impossible("has no finite " + name);
        }
        return value;
    }

    /** The value under any of the names, zero where there is none. */
    double optional(String... names) {
        for (String name : names) {
            if (has(name)) {
                return required(name);
            }
        }
        return 0;
    }

    /** Names with a value other than zero that nothing has asked for. */
    List<String> unused() {
        return values.entrySet().stream()
                .filter(entry -> !used.contains(entry.getKey()) && entry.getValue() != 0)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    UnusableFrameException impossible(String what) {
        return new UnusableFrameException(Reason.INCOMPLETE_ORBIT, model + " orbit " + what);
    }
}
