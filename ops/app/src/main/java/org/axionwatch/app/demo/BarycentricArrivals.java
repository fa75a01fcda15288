package org.axionwatch.app.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.util.FastMath;
import org.axionwatch.physics.PhysicalConstants;
import org.axionwatch.physics.time.ModifiedJulianDate;

/**
 * Arrivals at the solar-system barycentre, in closed form and independent of the timing model they test: the arrival
 * t of pulse N at frequency nu solves N = F0 e + F1 e^2/2 with the emission e = t - D(nu) - R(e), time after the
 * epoch, where D is the cold-plasma delay with K = 1/2.41e-4 s MHz^2 cm^3 pc^-1 plus sum_k FD_k ln(nu/GHz)^k, and
 * R = x sin[2 pi (e - T_asc)/P_b] is the Roemer delay of a circular orbit. The phase at the centre of a
 * sub-integration is computed in decimal arithmetic; what is left is a fraction of a second and loses nothing in a
 * double.
 */
final class BarycentricArrivals implements ArrivalModel {
    static final double DISPERSION_CONSTANT_S_MHZ2 = 1 / 2.41e-4;
    private static final BigDecimal DAY = BigDecimal.valueOf(86_400);

    private final PulsarDesign pulsar;

    BarycentricArrivals(PulsarDesign pulsar) {
        this.pulsar = pulsar;
    }

    @Override
    public Arrivals predict(FrameLayout frame) {
        Map<ModifiedJulianDate, Rotation> rotations = new HashMap<>();
        List<ModifiedJulianDate> times = frame.toas().stream()
                .map(toa -> toa.centre()
                        .plusSeconds(
                                secondsAfterCentre(toa, rotations.computeIfAbsent(toa.centre(), this::rotationAt))))
                .toList();
        return new Arrivals(times, frame.frequenciesMHz());
    }

    /**
     * @param phase fraction of a turn
     * @param frequencyHz spin frequency, Hz; its derivative shifts a pulse seconds away by less than 1 fs
     */
    private record Rotation(double phase, double frequencyHz) {}

    private double secondsAfterCentre(FrameLayout.Toa toa, Rotation rotation) {
        double mediumDelay = mediumDelaySeconds(toa.frequencyMHz());
        double orbitSeconds = secondsAfterNode(toa.centre());
        double guess = -mediumDelay - roemerSeconds(orbitSeconds - mediumDelay);
        double pulse = FastMath.rint(rotation.phase() + rotation.frequencyHz() * guess);
        double emission = (pulse - rotation.phase()) / rotation.frequencyHz();
        return emission + roemerSeconds(orbitSeconds + emission) + mediumDelay;
    }

    private Rotation rotationAt(ModifiedJulianDate instant) {
        BigDecimal seconds = BigDecimal.valueOf(instant.day() - PulsarDesign.EPOCH_MJD)
                .add(new BigDecimal(instant.fraction()))
                .multiply(DAY);
        BigDecimal frequency = new BigDecimal(pulsar.spin().frequencyHz());
        BigDecimal halfDerivative = new BigDecimal(pulsar.spin().derivativeHzPerS()).multiply(BigDecimal.valueOf(0.5));
        BigDecimal turns = frequency.add(halfDerivative.multiply(seconds)).multiply(seconds);
        double fraction = turns.subtract(turns.setScale(0, RoundingMode.FLOOR)).doubleValue();
        double spin = pulsar.spin().frequencyHz() + pulsar.spin().derivativeHzPerS() * seconds.doubleValue();
        return new Rotation(fraction, spin);
    }

    private double secondsAfterNode(ModifiedJulianDate instant) {
        PulsarDesign.CircularOrbit orbit = pulsar.spin().orbit();
        return orbit == null
                ? 0
                : (instant.day() - orbit.ascendingNodeMjd() + instant.fraction()) * PhysicalConstants.SECONDS_PER_DAY;
    }

    private double roemerSeconds(double secondsAfterNode) {
        PulsarDesign.CircularOrbit orbit = pulsar.spin().orbit();
        return orbit == null
                ? 0
                : orbit.semiMajorAxisLightSeconds()
                        * FastMath.sin(2
                                * Math.PI
                                * secondsAfterNode
                                / (orbit.periodDays() * PhysicalConstants.SECONDS_PER_DAY));
    }

    private double mediumDelaySeconds(double frequencyMHz) {
        double delay = DISPERSION_CONSTANT_S_MHZ2
                * pulsar.medium().dispersionMeasurePcPerCm3()
                / (frequencyMHz * frequencyMHz);
        double logGHz = FastMath.log(frequencyMHz / 1000);
        double power = 1;
        for (double coefficient : pulsar.medium().frequencyDependentDelaysSeconds()) {
            power *= logGHz;
            delay += coefficient * power;
        }
        return delay;
    }
}
