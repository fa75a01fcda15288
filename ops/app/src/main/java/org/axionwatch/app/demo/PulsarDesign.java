package org.axionwatch.app.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A pulsar of the campaign. Its name says that it is simulated.
 *
 * @param name key of its records
 * @param spin rotation
 * @param medium dispersion and frequency-dependent profile evolution
 * @param sky where it is seen from and where it is
 * @param noise its timing noise
 */
record PulsarDesign(String name, Spin spin, Medium medium, Sky sky, Noise noise) {

    /** Epoch of every parameter of the campaign's ephemerides, MJD TDB. */
    static final int EPOCH_MJD = 58_000;

    /**
     * @param frequencyHz spin frequency at the epoch, Hz
     * @param derivativeHzPerS its first derivative, Hz s^-1
     * @param orbit circular orbit, null for a single pulsar
     */
    record Spin(double frequencyHz, double derivativeHzPerS, @Nullable CircularOrbit orbit) {}

    /**
     * @param periodDays orbital period, d
     * @param semiMajorAxisLightSeconds projected semi-major axis, light-seconds
     * @param ascendingNodeMjd passage of the ascending node, MJD TDB
     */
    record CircularOrbit(double periodDays, double semiMajorAxisLightSeconds, double ascendingNodeMjd) {
        /** Model of the orbit as a .par file names it. */
        static final String MODEL = "ELL1";

        /** The parameters by their .par names and in their .par units. */
        Map<String, Double> parameters() {
            return Map.of(
                    "PB", periodDays,
                    "A1", semiMajorAxisLightSeconds,
                    "TASC", ascendingNodeMjd,
                    "EPS1", 0.0,
                    "EPS2", 0.0);
        }
    }

    /**
     * @param dispersionMeasurePcPerCm3 dispersion measure of the ephemeris, pc cm^-3
     * @param variationPcPerCm3 standard deviation of the step of its random walk from epoch to epoch, pc cm^-3
     * @param frequencyDependentDelaysSeconds FD1, FD2, ..., s
     */
    record Medium(
            double dispersionMeasurePcPerCm3, double variationPcPerCm3, List<Double> frequencyDependentDelaysSeconds) {
        Medium {
            frequencyDependentDelaysSeconds = List.copyOf(frequencyDependentDelaysSeconds);
        }
    }

    /**
     * @param observatory site code of the arrival times; @ for the solar-system barycentre
     * @param rightAscensionRad right ascension, rad
     * @param declinationRad declination, rad
     */
    record Sky(String observatory, double rightAscensionRad, double declinationRad) {
        boolean barycentred() {
            return observatory.equals("@");
        }
    }

    /**
     * @param uncertaintySeconds median uncertainty of a 10 MHz channel at 1400 MHz, s
     * @param redNoiseSeconds root mean square of the achromatic red noise over the campaign, s
     * @param efac factor between the uncertainty an archive states and the noise
     * @param equadSeconds noise added in quadrature to the stated uncertainty before that factor, s
     */
    record Noise(double uncertaintySeconds, double redNoiseSeconds, double efac, double equadSeconds) {}

    /** The five pulsars of the campaign. */
    static List<PulsarDesign> campaign() {
        Noise plain = new Noise(1.0e-6, 8e-6, 1.0, 0.0);
        return List.of(
                new PulsarDesign(
                        "SIM-J0007+0101",
                        new Spin(282.212313453451842, -3.1e-16, null),
                        new Medium(11.52, 4e-4, List.of(-5.2e-5, 5.7e-5, -2.1e-5)),
                        new Sky("@", 0, 0),
                        plain),
                new PulsarDesign(
                        "SIM-J0412-0202",
                        new Spin(186.494081567892345, -6.2e-16, new CircularOrbit(14.348464, 0.300781, 57_990.25)),
                        new Medium(13.3, 3e-4, List.of()),
                        new Sky("@", 0, 0),
                        new Noise(0.7e-6, 2e-5, 1.0, 0.0)),
                new PulsarDesign(
                        "SIM-J0933+0303",
                        new Spin(345.278910123456789, -1.3e-15, null),
                        new Medium(38.1, 8e-4, List.of(2.4e-5)),
                        new Sky("@", 0, 0),
                        new Noise(1.2e-6, 1e-5, 1.15, 2e-7)),
                new PulsarDesign(
                        "SIM-J1550-0404",
                        new Spin(218.811840412345678, -4.1e-16, null),
                        new Medium(3.14, 1e-4, List.of()),
                        new Sky("pks", 4.15, -0.62),
                        new Noise(0.8e-6, 6e-6, 1.0, 0.0)),
                new PulsarDesign(
                        "SIM-J2244+0505",
                        new Spin(64.113987654321098, -2.2e-15, null),
                        new Medium(71.9, 1e-3, List.of()),
                        new Sky("@", 0, 0),
                        new Noise(2.0e-6, 4e-5, 1.0, 0.0)));
    }
}
