package org.axionwatch.physics.axion;

import java.util.Arrays;
import org.axionwatch.physics.likelihood.ExpectedLimits;

/**
 * Joint limit on 1/f_a from the stacked delays of several pulsars. The delay on resonance scales with f_a^-2 (exact for
 * the floored resonance, arXiv:2505.16562 eq. 11), so y = (f_a^-1 / 1e-10 GeV^-1)^2 is linear in it: a pulsar whose
 * delay at y = 1 is p and whose stacked delay is A +- sigma adds p A/sigma^2 to the numerator and p^2/sigma^2 to the
 * denominator of y.
 *
 * <p>The delay model of each pulsar has its own distance; its channel width is twice the half width of the template, so
 * that the plateau of the floored resonance is as wide as the line that was searched. The limit is one-sided,
 * 95 %, and power-constrained at one standard deviation (arXiv:1105.3166).
 */
public final class PulsarCouplingLimit {

    /** 1/f_a at y = 1, GeV^-1. */
    public static final double REFERENCE_PER_GEV = 1e-10;

    private final double[] massesEv;
    private final double[] numerators;
    private final double[] denominators;

    /**
     * Nothing seen yet.
     *
     * @param massesEv axion masses, eV
     */
    public PulsarCouplingLimit(double[] massesEv) {
        this.massesEv = massesEv.clone();
        this.numerators = new double[massesEv.length];
        this.denominators = new double[massesEv.length];
    }

    /**
     * Adds one pulsar.
     *
     * @param model delay model with the pulsar's distance, floored
     * @param delaysSeconds stacked delay on resonance for each mass, s; NaN where the pulsar does not see it
     * @param uncertaintiesSeconds one standard deviation of each, s
     * @throws IllegalArgumentException where the arrays differ in length or the delay does not scale with f_a^-2
     */
    public void add(AxionDelayModel model, double[] delaysSeconds, double[] uncertaintiesSeconds) {
        if (delaysSeconds.length != massesEv.length || uncertaintiesSeconds.length != massesEv.length) {
            throw new IllegalArgumentException("a pulsar needs one delay for each of " + massesEv.length + " masses");
        }
        if (model.regularisation() != Regularisation.FLOOR) {
            throw new IllegalArgumentException(
                    "the delay is not proportional to f_a^-2 with " + model.regularisation());
        }
        for (int i = 0; i < massesEv.length; i++) {
            if (uncertaintiesSeconds[i] > 0 && Double.isFinite(delaysSeconds[i])) {
                double unitDelay = model.resonantDelaySeconds(new Axion(massesEv[i], REFERENCE_PER_GEV));
                double scaled = unitDelay / uncertaintiesSeconds[i];
                numerators[i] += scaled * (delaysSeconds[i] / uncertaintiesSeconds[i]);
                denominators[i] += scaled * scaled;
            }
        }
    }

    /** The limit at each mass that some pulsar sees, by the order of the masses. */
    public Point[] points() {
        Point[] points = new Point[massesEv.length];
        int seen = 0;
        for (int i = 0; i < massesEv.length; i++) {
            if (denominators[i] > 0) {
                double best = numerators[i] / denominators[i];
                double sigma = 1 / Math.sqrt(denominators[i]);
                CellEvidence cell = new CellEvidence(i, 0, massesEv[i], best, sigma);
                double limit = cell.powerConstrainedUpperLimitSeconds();
                points[seen++] = new Point(
                        massesEv[i],
                        REFERENCE_PER_GEV * Math.sqrt(limit),
                        best,
                        cell.localSignificance(),
                        ExpectedLimits.gaussian(sigma));
            }
        }
        return Arrays.copyOf(points, seen);
    }

    /**
     * @param massEv axion mass, eV
     * @param inverseDecayConstantPerGev 95 % upper limit on 1/f_a, GeV^-1
     * @param bestFit best y = (f_a^-1 / 1e-10 GeV^-1)^2, may be negative
     * @param significance y over its standard deviation, no trials factor, sigma
     * @param expected limits on y that noise alone lets expect
     */
    public record Point(
            double massEv,
            double inverseDecayConstantPerGev,
            double bestFit,
            double significance,
            ExpectedLimits expected) {}
}
