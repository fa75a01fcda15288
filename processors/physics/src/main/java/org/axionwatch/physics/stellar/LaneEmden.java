package org.axionwatch.physics.stellar;

import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;
import org.apache.commons.math3.ode.ContinuousOutputModel;
import org.apache.commons.math3.ode.FirstOrderDifferentialEquations;
import org.apache.commons.math3.ode.events.EventHandler;
import org.apache.commons.math3.ode.nonstiff.DormandPrince853Integrator;

/** The n = 3 solution of the Lane-Emden equation, theta'' + 2 theta'/xi + theta^3 = 0, theta(0) = 1. */
final class LaneEmden {

    private static final double START = 1e-3;
    private static final double BEYOND_SURFACE = 10;
    private static final int SAMPLES = 1000;
    private static final double PRECISION = 1e-12;

    private final PolynomialSplineFunction spline;
    private final double surface;
    private final double surfaceSlope;

    LaneEmden() {
        DormandPrince853Integrator integrator = new DormandPrince853Integrator(1e-8, 0.5, PRECISION, PRECISION);
        ContinuousOutputModel solution = new ContinuousOutputModel();
        integrator.addStepHandler(solution);
        integrator.addEventHandler(new Surface(), 0.1, 1e-12, 100);
        double[] state = {1 - START * START / 6, -START / 3};
        surface = integrator.integrate(new Equation(), START, state, BEYOND_SURFACE, state);
        surfaceSlope = state[1];
        spline = sampled(solution, surface);
    }

    /** xi at which theta vanishes, 6.897. */
    double surface() {
        return surface;
    }

    /** -xi^2 theta' at the surface, 2.018: the mass in units of 4 pi alpha^3 rho_c. */
    double mass() {
        return -surface * surface * surfaceSlope;
    }

    /** theta at xi between 0 and the surface. */
    double theta(double xi) {
        return spline.value(xi);
    }

    /** The output model moves a cursor; a spline may be read by many threads. */
    private static PolynomialSplineFunction sampled(ContinuousOutputModel solution, double surface) {
        double[] xi = new double[SAMPLES + 1];
        double[] theta = new double[SAMPLES + 1];
        theta[0] = 1;
        for (int i = 1; i <= SAMPLES; i++) {
            xi[i] = i == SAMPLES ? surface : surface * i / SAMPLES;
            solution.setInterpolatedTime(xi[i]);
            theta[i] = solution.getInterpolatedState()[0];
        }
        return new SplineInterpolator().interpolate(xi, theta);
    }

    private static final class Equation implements FirstOrderDifferentialEquations {

        @Override
        public int getDimension() {
            return 2;
        }

        @Override
        public void computeDerivatives(double xi, double[] state, double[] derivative) {
            derivative[0] = state[1];
            derivative[1] = -2 * state[1] / xi - state[0] * state[0] * state[0];
        }
    }

    private static final class Surface implements EventHandler {

        @Override
        public void init(double start, double[] state, double end) {}

        @Override
        public double g(double xi, double[] state) {
            return state[0];
        }

        @Override
        public Action eventOccurred(double xi, double[] state, boolean increasing) {
            return Action.STOP;
        }

        @Override
        public void resetState(double xi, double[] state) {}
    }
}
