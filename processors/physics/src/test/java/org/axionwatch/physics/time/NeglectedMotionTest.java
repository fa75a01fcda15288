package org.axionwatch.physics.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.axionwatch.physics.PhysicalConstants;
import org.jastronomy.jsofa.JSOFA;
import org.junit.jupiter.api.Test;

/**
 * What {@link ObservatoryEphemeris} leaves out, taken from SOFA's full models or from closed forms: each grows inside a
 * sub-integration at the rate its Javadoc states.
 */
class NeglectedMotionTest {

    private static final Observatory ARECIBO = Observatories.find("ao").orElseThrow();
    private static final double LARGEST_UT1_MINUS_UTC_SECONDS = 0.9;
    private static final double LARGEST_POLAR_MOTION_RAD = Math.toRadians(0.6 / 3600);

    @Test
    void shouldNeglectLessThanThirtyFiveMillimetresPerSecondOfEarthOrientation() {
        double largest = days().mapToDouble(NeglectedMotionTest::orientationErrorMetresPerSecond)
                .max()
                .orElseThrow();

        assertThat(largest).isBetween(0.02, 0.035);
    }

    @Test
    void shouldNeglectLessThanThirtyFiveHundredthsOfNanosecondPerSecondOfBarycentricTime() {
        double largest = days().mapToDouble(NeglectedMotionTest::barycentricTimeRate)
                .map(Math::abs)
                .max()
                .orElseThrow();

        assertThat(largest).isBetween(3.0e-10, 3.5e-10);
    }

    @Test
    void shouldNeglectLessThanTwentiethOfNanosecondPerSecondOfSolarShapiroDelayFiveDegreesFromTheSun() {
        double earthSpeed = 2 * Math.PI / (365.25 * PhysicalConstants.SECONDS_PER_DAY);
        double elongation = Math.toRadians(5);
        double perSecond = (shapiroSeconds(elongation + earthSpeed) - shapiroSeconds(elongation - earthSpeed)) / 2;

        assertThat(Math.abs(perSecond)).isBetween(4e-11, 5e-11);
    }

    @Test
    void shouldMoveUniformlyWithinSecondToTenthOfNanosecond() {
        ModifiedJulianDate start = new ModifiedJulianDate(57000, 0.37);
        ObservatoryEphemeris ephemeris = new ObservatoryEphemeris(ARECIBO);
        BarycentricState now = ephemeris.stateAt(start, TimeScale.UTC);
        BarycentricState later = ephemeris.stateAt(start.plusSeconds(1), TimeScale.UTC);
        for (double[] direction : new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}) {
            assertThat(later.roemerSeconds(direction, 0) - now.roemerSeconds(direction, 1))
                    .isBetween(-1e-10, 1e-10);
        }
    }

    private static IntStream days() {
        return IntStream.iterate(53000, day -> day < 53800, day -> day + 3);
    }

    /** Speed of Arecibo with IAU 2006/2000A, the largest UT1 - UTC and polar motion, less that without. */
    private static double orientationErrorMetresPerSecond(int day) {
        double[][] ours = JSOFA.jauC2t00b(2_400_000.5, day + 0.37, 2_400_000.5, day + 0.37, 0, 0);
        double[][] full = JSOFA.jauC2t06a(
                2_400_000.5,
                day + 0.37,
                2_400_000.5,
                day + 0.37 + LARGEST_UT1_MINUS_UTC_SECONDS / PhysicalConstants.SECONDS_PER_DAY,
                LARGEST_POLAR_MOTION_RAD,
                LARGEST_POLAR_MOTION_RAD);
        double speed = 2 * Math.PI / 86164.1;
        double[] siteVelocity = {-speed * ARECIBO.yMetres(), speed * ARECIBO.xMetres(), 0};
        double square = 0;
        for (int axis = 0; axis < 3; axis++) {
            double error = 0;
            for (int k = 0; k < 3; k++) {
                error += (full[k][axis] - ours[k][axis]) * siteVelocity[k];
            }
            square += error * error;
        }
        return Math.sqrt(square);
    }

    /** Change of TDB - TT over a second, from SOFA's series. */
    private static double barycentricTimeRate(int day) {
        double hours = 12;
        double before = JSOFA.jauDtdb(2_400_000.5, day - hours / 24, 0, 0, 0, 0);
        double after = JSOFA.jauDtdb(2_400_000.5, day + hours / 24, 0, 0, 0, 0);
        return (after - before) / (2 * hours * 3600);
    }

    private static double shapiroSeconds(double elongation) {
        double twiceMassSeconds = 2 * 1.327_124_4e20 / Math.pow(PhysicalConstants.SPEED_OF_LIGHT_M_PER_S, 3);
        return -twiceMassSeconds * Math.log(1 - Math.cos(elongation));
    }
}
