package org.axionwatch.physics.decay;

import java.util.function.DoubleUnaryOperator;
import org.axionwatch.physics.ArgumentChecks;
import org.axionwatch.physics.PanelIntegral;

/**
 * Photons of axions that leave a source and decay anywhere on the way, seen at an angle beta from the source
 * (arXiv:2412.03660, equation 2 with S9; steady source, no absorption). With E_a = E_min + E_gamma t^2 the decay
 * happens at Gamma r sin(beta)/t decay lengths, and beta is reached for t between
 * [m -+ sqrt(m^2 - (4 E^2 - m^2) tan^2 beta)]/(2 E tan beta). Relative precision about 1e-8.
 *
 * @param source where the axions come from
 * @param axion what decays
 */
public record DecayHalo(AxionEmission source, DecayingAxion axion) {

    private static final double NEGLIGIBLE_EXPONENT = 720;
    private static final double SMALLEST_SHARE = 1e-9;
    private static final double PANEL_WIDTH = 0.2;

    /**
     * Flux per angle.
     *
     * @param photonEnergyKeV photon energy, keV
     * @param angleRad beta, rad, above 0 and below pi/2
     * @return photons cm^-2 s^-1 keV^-1 rad^-1
     */
    public double fluxPerAngle(double photonEnergyKeV, double angleRad) {
        requireAngle(angleRad);
        ArgumentChecks.positive("angle", angleRad);
        DecayKinematics kinematics = new DecayKinematics(photonEnergyKeV, axion.massKeV());
        double crossing = axion.decaysPerCrossing(source.distanceMpc());
        double decays = crossing * Math.sin(angleRad);
        double radius = DecayingAxion.centimetres(source.distanceMpc());
        DoubleUnaryOperator integrand = t -> {
            double energy = kinematics.leastAxionEnergyKeV() + photonEnergyKeV * t * t;
            double weight = 4 * photonEnergyKeV * Math.cos(angleRad) / kinematics.momentumKeV(energy);
            return weight * source.spectrum(energy) / (4 * Math.PI) * Math.exp(-decays / t);
        };
        Reach reach = Reach.of(kinematics, angleRad);
        return crossing / (radius * radius) * integrate(integrand, kinematics, reach.low(), reach.high(), decays);
    }

    /**
     * Flux from a ring about the source, for angles small against 1.
     *
     * @param photonEnergyKeV photon energy, keV
     * @param innerRad inner angle, rad, at least 0
     * @param outerRad outer angle, rad, above the inner
     * @return photons cm^-2 s^-1 keV^-1
     */
    public double ringFlux(double photonEnergyKeV, double innerRad, double outerRad) {
        requireAngle(innerRad);
        requireAngle(outerRad);
        if (!(outerRad > innerRad)) {
            throw new IllegalArgumentException("ring from " + innerRad + " to " + outerRad + " rad");
        }
        DecayKinematics kinematics = new DecayKinematics(photonEnergyKeV, axion.massKeV());
        Reach inner = Reach.of(kinematics, innerRad);
        Reach outer = Reach.of(kinematics, outerRad);
        DoubleUnaryOperator whole = t -> ringIntegrand(kinematics, t, innerRad, outerRad);
        DoubleUnaryOperator cut = t -> ringIntegrand(kinematics, t, innerRad, emission(kinematics, t));
        double decays = axion.decaysPerCrossing(source.distanceMpc()) * innerRad;
        double radius = DecayingAxion.centimetres(source.distanceMpc());
        double sum = outer.isEmpty()
                ? integrate(cut, kinematics, inner.low(), inner.high(), decays)
                : integrate(cut, kinematics, inner.low(), outer.low(), decays)
                        + integrate(whole, kinematics, outer.low(), outer.high(), decays)
                        + integrate(cut, kinematics, outer.high(), inner.high(), decays);
        return sum / (Math.PI * radius * radius);
    }

    private double ringIntegrand(DecayKinematics kinematics, double t, double innerRad, double outerRad) {
        double photonEnergyKeV = kinematics.photonEnergyKeV();
        double energy = kinematics.leastAxionEnergyKeV() + photonEnergyKeV * t * t;
        double perAngle = axion.decaysPerCrossing(source.distanceMpc()) / t;
        double decayed = -Math.expm1(-perAngle * (outerRad - innerRad)) * Math.exp(-perAngle * innerRad);
        return photonEnergyKeV * t / kinematics.momentumKeV(energy) * source.spectrum(energy) * decayed;
    }

    /** Angle between axion and photon. */
    private static double emission(DecayKinematics kinematics, double t) {
        double energy = kinematics.leastAxionEnergyKeV() + kinematics.photonEnergyKeV() * t * t;
        return Math.atan2(kinematics.sine(energy), kinematics.cosine(energy));
    }

    /** Over t, on a logarithmic scale, without the ends where spectrum or survival vanish. */
    private double integrate(
            DoubleUnaryOperator integrand, DecayKinematics kinematics, double low, double high, double decays) {
        double hottest = Math.sqrt(source.highestEnergyKeV() / kinematics.photonEnergyKeV());
        double top = Math.min(high, hottest);
        double bottom = Math.max(low, Math.max(decays / NEGLIGIBLE_EXPONENT, SMALLEST_SHARE * hottest));
        if (!(top > bottom)) {
            return 0;
        }
        return PanelIntegral.of(
                logarithm -> {
                    double t = Math.exp(logarithm);
                    return t * integrand.applyAsDouble(t);
                },
                Math.log(bottom),
                Math.log(top),
                PANEL_WIDTH);
    }

    private static void requireAngle(double angleRad) {
        ArgumentChecks.notNegative("angle", angleRad);
        if (!(angleRad < Math.PI / 2)) {
            throw new IllegalArgumentException("angle must be below pi/2, not " + angleRad);
        }
    }

    /** Values of t whose decay angle exceeds beta. */
    private record Reach(double low, double high) {

        static Reach of(DecayKinematics kinematics, double angleRad) {
            double mass = kinematics.axionMassKeV();
            double twice = 2 * kinematics.photonEnergyKeV();
            double tangent = Math.tan(angleRad);
            double discriminant = mass * mass - (twice - mass) * (twice + mass) * tangent * tangent;
            if (discriminant < 0) {
                return new Reach(0, 0);
            }
            double sum = mass + Math.sqrt(discriminant);
            double low = (twice - mass) * (twice + mass) * tangent / (twice * sum);
            return new Reach(Math.max(0, low), sum / (twice * tangent));
        }

        boolean isEmpty() {
            return !(high > low);
        }
    }
}
