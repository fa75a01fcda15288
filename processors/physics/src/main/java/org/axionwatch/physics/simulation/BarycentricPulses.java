package org.axionwatch.physics.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.apache.commons.math3.util.FastMath;
import org.axionwatch.physics.ArgumentChecks;
import org.axionwatch.physics.PhysicalConstants;
import org.axionwatch.physics.dispersion.DispersionModel;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.jspecify.annotations.Nullable;

/**
 * Arrivals of pulses at the solar-system barycentre, in closed form and independent of the timing model that reads them:
 * the arrival t of pulse N at frequency nu solves N = F0 e + F1 e^2/2 with the emission e = t - D(nu) - R(e), time after
 * the epoch, where D is the cold-plasma delay with K = 1/2.41e-4 s MHz^2 cm^3 pc^-1 plus sum_k FD_k ln(nu/GHz)^k, and
 * R = x sin[2 pi (e - T_asc)/P_b] is the Roemer delay of a circular orbit. The phase is computed in decimal arithmetic,
 * so pulses of years are counted to picoseconds; what is left is a fraction of a second and loses nothing in a double.
 *
 * @param spin rotation
 * @param medium dispersion and frequency-dependent delays
 * @param orbit circular orbit, null for a single pulsar
 */
public record BarycentricPulses(Spin spin, Medium medium, @Nullable CircularOrbit orbit) {

    private static final BigDecimal DAY = BigDecimal.valueOf(86_400);

    /**
     * @param frequencyHz spin frequency at the epoch, Hz
     * @param derivativeHzPerS its first derivative, Hz s^-1
     * @param epochMjd epoch and instant of phase zero, MJD TDB
     */
    public record Spin(double frequencyHz, double derivativeHzPerS, int epochMjd) {
        public Spin {
            ArgumentChecks.positive("spin frequency", frequencyHz);
            ArgumentChecks.finite("spin frequency derivative", derivativeHzPerS);
        }
    }

    /**
     * @param dispersionMeasurePcPerCm3 dispersion measure, pc cm^-3
     * @param frequencyDependentDelaysSeconds FD1, FD2, ..., s
     */
    public record Medium(double dispersionMeasurePcPerCm3, List<Double> frequencyDependentDelaysSeconds) {
        public Medium {
            ArgumentChecks.notNegative("dispersion measure", dispersionMeasurePcPerCm3);
            frequencyDependentDelaysSeconds = List.copyOf(frequencyDependentDelaysSeconds);
        }

        /** Delay relative to infinite frequency, s. */
        double delaySeconds(double frequencyMHz) {
            double delay = DispersionModel.DEFAULT.delaySeconds(dispersionMeasurePcPerCm3, frequencyMHz);
            double logGHz = FastMath.log(frequencyMHz / 1000);
            double power = 1;
            for (double coefficient : frequencyDependentDelaysSeconds) {
                power *= logGHz;
                delay += coefficient * power;
            }
            return delay;
        }
    }

    /**
     * @param periodDays orbital period, d
     * @param semiMajorAxisLightSeconds projected semi-major axis, light-seconds
     * @param ascendingNodeMjd passage of the ascending node, MJD TDB
     */
    public record CircularOrbit(double periodDays, double semiMajorAxisLightSeconds, double ascendingNodeMjd) {
        private double secondsAfterNode(ModifiedJulianDate instant) {
            return (instant.day() - ascendingNodeMjd + instant.fraction()) * PhysicalConstants.SECONDS_PER_DAY;
        }

        private double roemerSeconds(double secondsAfterNode) {
            double periodSeconds = periodDays * PhysicalConstants.SECONDS_PER_DAY;
            return semiMajorAxisLightSeconds * FastMath.sin(2 * Math.PI * secondsAfterNode / periodSeconds);
        }
    }

    /** The pulses about one instant, barycentric TDB. */
    public Near near(ModifiedJulianDate instant) {
        BigDecimal seconds = BigDecimal.valueOf(instant.day() - (long) spin.epochMjd())
                .add(new BigDecimal(instant.fraction()))
                .multiply(DAY);
        BigDecimal frequency = new BigDecimal(spin.frequencyHz());
        BigDecimal halfDerivative = new BigDecimal(spin.derivativeHzPerS()).multiply(BigDecimal.valueOf(0.5));
        BigDecimal turns = frequency.add(halfDerivative.multiply(seconds)).multiply(seconds);
        double phase = turns.subtract(turns.setScale(0, RoundingMode.FLOOR)).doubleValue();
        double frequencyHz = spin.frequencyHz() + spin.derivativeHzPerS() * seconds.doubleValue();
        return new Near(phase, frequencyHz, orbit == null ? 0 : orbit.secondsAfterNode(instant));
    }

    /** Pulses about one instant. */
    public final class Near {
        private final double phaseTurns;
        private final double frequencyHz;
        private final double orbitSeconds;

        private Near(double phaseTurns, double frequencyHz, double orbitSeconds) {
            this.phaseTurns = phaseTurns;
            this.frequencyHz = frequencyHz;
            this.orbitSeconds = orbitSeconds;
        }

        /** Spin period at the pulsar, s. */
        public double periodSeconds() {
            return 1 / frequencyHz;
        }

        /**
         * Time from the instant to the arrival of the pulse nearest to it, before or after, s.
         *
         * @param frequencyMHz barycentric radio frequency, MHz
         */
        public double secondsToArrival(double frequencyMHz) {
            double mediumDelay = medium.delaySeconds(frequencyMHz);
            double guess = -mediumDelay - roemerSeconds(orbitSeconds - mediumDelay);
            double pulse = FastMath.rint(phaseTurns + frequencyHz * guess);
            double emission = (pulse - phaseTurns) / frequencyHz;
            return emission + roemerSeconds(orbitSeconds + emission) + mediumDelay;
        }

        private double roemerSeconds(double secondsAfterNode) {
            return orbit == null ? 0 : orbit.roemerSeconds(secondsAfterNode);
        }
    }
}
