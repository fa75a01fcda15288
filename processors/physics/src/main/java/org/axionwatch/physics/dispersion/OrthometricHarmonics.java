package org.axionwatch.physics.dispersion;

/**
 * The part of a nearly circular orbit's Shapiro delay that its size and eccentricity cannot absorb: the harmonics from the
 * third on, {@code 4 H3 sum over k of STIGMA^(k-3) cos(k (phase - pi/2)) / k} (Freire and Wex 2010, MNRAS 409 199, equations
 * 19 to 30). With STIGMA all of them in closed form; with H4 (STIGMA = H4 / H3) up to NHARMS, 7 unless given; with H3 alone the third.
 */
final class OrthometricHarmonics {
    private static final int FIRST = 3;
    private static final int DEFAULT_LAST = 7;
    private static final int ALL = 0;

    private final double thirdSeconds;
    private final double ratio;
    private final int last;

    OrthometricHarmonics(OrbitParameters parameters) {
        thirdSeconds = parameters.optional("H3");
        if (parameters.has("STIGMA")) {
            ratio = ShapiroParameters.orthometricRatio(parameters);
            last = ALL;
        } else if (parameters.has("H4") && thirdSeconds != 0) {
            ratio = parameters.required("H4") / thirdSeconds;
            last = parameters.has("NHARMS") ? (int) parameters.required("NHARMS") : DEFAULT_LAST;
        } else {
            ratio = 0;
            last = FIRST;
        }
    }

    /** Delay, s. */
    double delaySeconds(double phaseRad) {
        return last == ALL ? closedForm(phaseRad) : sum(phaseRad);
    }

    private double closedForm(double phase) {
        double lower = 2 * ratio * Math.sin(phase) - ratio * ratio * Math.cos(2 * phase);
        double all = Math.log1p(ratio * ratio - 2 * ratio * Math.sin(phase));
        return -2 * thirdSeconds / (ratio * ratio * ratio) * (all + lower);
    }

    private double sum(double phase) {
        double sum = 0;
        double power = 1;
        for (int k = FIRST; k <= last; k++) {
            sum += power * Math.cos(k * (phase - Math.PI / 2)) / k;
            power *= ratio;
        }
        return 4 * thirdSeconds * sum;
    }
}
