package org.axionwatch.physics.dispersion;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.axionwatch.physics.time.ModifiedJulianDate;

/** A {@link BinaryOrbit} made ready for many instants. */
final class OrbitDelay {
    private static final int MAX_ITERATIONS = 50;

    /**
     * s; each iteration shrinks the error by v/c below 1e-3, so what is left is under 1e-13 s. Asking for that directly
     * would ask for more than a double holds years from the epoch.
     */
    private static final double LARGEST_LAST_STEP_SECONDS = 1e-10;

    private enum Form {
        ELL1,
        ELL1K,
        BT,
        DD
    }

    private static final Map<String, Form> FORMS = Map.of(
            "ELL1", Form.ELL1,
            "ELL1H", Form.ELL1,
            "ELL1K", Form.ELL1K,
            "BT", Form.BT,
            "BTX", Form.BT,
            "DD", Form.DD,
            "DDS", Form.DD,
            "DDH", Form.DD,
            "DDK", Form.DD);

    private final String model;
    private final OrbitParameters parameters;
    private final Form form;
    private final ModifiedJulianDate epoch;
    private final OrbitShape shape;

    /** @throws org.axionwatch.physics.dispersion.UnusableFrameException INCOMPLETE_ORBIT */
    OrbitDelay(BinaryOrbit orbit) {
        model = orbit.model();
        parameters = new OrbitParameters(model, orbit.parameters());
        form = form(orbit);
        boolean isLaplace = form == Form.ELL1 || form == Form.ELL1K;
        epoch = ModifiedJulianDate.of(parameters.required(isLaplace ? "TASC" : "T0"));
        shape = isLaplace
                ? new LaplaceOrbit(parameters, form == Form.ELL1K)
                : new KeplerOrbit(parameters, form == Form.DD);
    }

    private static Form form(BinaryOrbit orbit) {
        Form otherwise = orbit.parameters().containsKey("TASC") ? Form.ELL1 : Form.DD;
        return FORMS.getOrDefault(orbit.model().toUpperCase(Locale.ROOT), otherwise);
    }

    /** The model, the form it is solved as where it is none of the known ones, and the parameters that it does not represent. */
    String description() {
        List<String> unused = parameters.unused();
        return model
                + (FORMS.containsKey(model.toUpperCase(Locale.ROOT)) ? "" : " as " + form)
                + (unused.isEmpty() ? "" : " without " + String.join(", ", unused));
    }

    /**
     * Delay of the pulse that arrives at an instant, s, positive behind the orbit's centre.
     *
     * @param instant barycentric time in the units of the model
     * @param offsetSeconds s after it
     */
    double seconds(ModifiedJulianDate instant, double offsetSeconds) {
        double arrival = instant.secondsSince(epoch) + offsetSeconds;
        double delay = 0;
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            double next = shape.delaySeconds(arrival - delay);
            if (Math.abs(next - delay) < LARGEST_LAST_STEP_SECONDS) {
                return next;
            }
            delay = next;
        }
        throw parameters.impossible("does not converge");
    }
}
