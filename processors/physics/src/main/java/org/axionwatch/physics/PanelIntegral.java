package org.axionwatch.physics;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** Gauss-Legendre quadrature of smooth integrands over equal panels, twelve nodes each. */
public final class PanelIntegral {

    private static final GaussIntegratorFactory GAUSS = new GaussIntegratorFactory();
    private static final int NODES = 12;

    private PanelIntegral() {}

    /**
     * Integral from low to high; 0 where high is not above low.
     *
     * @param integrand finite inside the range; its ends are not evaluated
     * @param low lower end
     * @param high upper end, finite
     * @param widestPanel largest width of a panel, above 0
     */
    public static double of(DoubleUnaryOperator integrand, double low, double high, double widestPanel) {
        if (!(high > low)) {
            return 0;
        }
        int panels = Math.max(1, (int) Math.ceil((high - low) / widestPanel));
        double width = (high - low) / panels;
        double sum = 0;
        for (int i = 0; i < panels; i++) {
            sum += GAUSS.legendre(NODES, low + i * width, low + (i + 1) * width).integrate(integrand::applyAsDouble);
        }
        return sum;
    }
}
