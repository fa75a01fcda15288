package org.axionwatch.physics.dispersion;

import org.axionwatch.physics.PhysicalConstants;
import org.jspecify.annotations.Nullable;

/**
 * A nearly circular orbit by its Laplace parameters, to first order in the eccentricity (ELL1: Lange et al. 2001, MNRAS 326 274,
 * appendix A): what is left out is below A1 times the eccentricity squared. ELL1H takes the Shapiro delay from its higher
 * harmonics; ELL1k turns the ellipse by OMDOT, changes its eccentricity by LNEDOT and keeps the part {@code -3/2 A1 EPS1} that is
 * no longer constant (Susobhanan et al. 2018, MNRAS 480 5260).
 */
final class LaplaceOrbit implements OrbitShape {
    private final OrbitalPhase phase;
    private final double size;
    private final double sizeRate;
    private final double[] eccentricity;
    private final double[] eccentricityRate;
    private final double turnRadPerSecond;
    private final double growthPerSecond;
    private final boolean isTurning;
    private final ShapiroParameters shapiro;
    private final @Nullable OrthometricHarmonics harmonics;

    LaplaceOrbit(OrbitParameters parameters, boolean isTurning) {
        this.isTurning = isTurning;
        phase = new OrbitalPhase(parameters);
        size = parameters.required("A1");
        sizeRate = parameters.optional("XDOT", "A1DOT");
        eccentricity = new double[] {parameters.optional("EPS1"), parameters.optional("EPS2")};
        eccentricityRate = new double[] {parameters.optional("EPS1DOT"), parameters.optional("EPS2DOT")};
        turnRadPerSecond = isTurning ? KeplerOrbit.radiansPerSecond(parameters.optional("OMDOT")) : 0;
        growthPerSecond = isTurning
                ? parameters.optional("LNEDOT")
                        / (PhysicalConstants.DAYS_PER_JULIAN_YEAR * PhysicalConstants.SECONDS_PER_DAY)
                : 0;
        boolean hasHarmonics = parameters.has("H3") && !parameters.has("M2");
        harmonics = hasHarmonics ? new OrthometricHarmonics(parameters) : null;
        shapiro = hasHarmonics ? new ShapiroParameters(0, 0) : ShapiroParameters.of(parameters);
    }

    @Override
    public double delaySeconds(double seconds) {
        double angle = phase.radians(seconds);
        double growth = 1 + growthPerSecond * seconds;
        double sine = Math.sin(turnRadPerSecond * seconds);
        double cosine = Math.cos(turnRadPerSecond * seconds);
        double first = eccentricity[0] + eccentricityRate[0] * seconds;
        double second = eccentricity[1] + eccentricityRate[1] * seconds;
        double eta = growth * (first * cosine + second * sine);
        double kappa = growth * (second * cosine - first * sine);
        double roemer = Math.sin(angle) + 0.5 * (kappa * Math.sin(2 * angle) - eta * Math.cos(2 * angle));
        double slow = isTurning ? -1.5 * eta : 0;
        double bending = harmonics == null ? shapiro.delaySeconds(1, Math.sin(angle)) : harmonics.delaySeconds(angle);
        return (size + sizeRate * seconds) * (roemer + slow) + bending;
    }
}
