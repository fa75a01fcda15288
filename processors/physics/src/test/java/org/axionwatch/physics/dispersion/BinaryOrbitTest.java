package org.axionwatch.physics.dispersion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.HashMap;
import java.util.Map;
import org.axionwatch.physics.dispersion.UnusableFrameException.Reason;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.junit.jupiter.api.Test;

class BinaryOrbitTest {

    private static final double PERIOD_DAYS = 1.5;
    private static final double PERIOD_SECONDS = PERIOD_DAYS * 86400;
    private static final ModifiedJulianDate EPOCH = new ModifiedJulianDate(55000, 0);

    @Test
    void shouldFollowSineOfEmissionTimeWhenOrbitIsCircular() {
        BinaryOrbit orbit = new BinaryOrbit("ELL1", Map.of("PB", PERIOD_DAYS, "A1", 10.0, "TASC", 55000.0));
        for (int degrees = 0; degrees < 360; degrees += 15) {
            double emission = PERIOD_SECONDS * degrees / 360;
            double delay = 10 * Math.sin(Math.toRadians(degrees));
            assertThat(orbit.delaySeconds(EPOCH, emission + delay)).isCloseTo(delay, offset(1e-9));
        }
    }

    /** At periastron r = a (1 - e), a quarter of the way round in eccentric anomaly the line of sight sees the axes. */
    @Test
    void shouldFollowKeplerEllipseWhenOrbitIsEccentric() {
        double eccentricity = 0.6;
        Map<String, Double> parameters =
                Map.of("PB", PERIOD_DAYS, "A1", 3.0, "T0", 55000.0, "ECC", eccentricity, "OM", 90.0);
        BinaryOrbit orbit = new BinaryOrbit("DD", parameters);

        double atPeriastron = 3 * (1 - eccentricity);
        assertThat(orbit.delaySeconds(EPOCH, atPeriastron)).isCloseTo(atPeriastron, offset(1e-9));
        double quarterEmission = PERIOD_SECONDS * (0.25 - eccentricity / (2 * Math.PI));
        double atQuarter = -3 * eccentricity;
        assertThat(orbit.delaySeconds(EPOCH, quarterEmission + atQuarter)).isCloseTo(atQuarter, offset(1e-9));
        double atApastron = -3 * (1 + eccentricity);
        assertThat(orbit.delaySeconds(EPOCH, PERIOD_SECONDS / 2 + atApastron)).isCloseTo(atApastron, offset(1e-9));
    }

    /** Lange et al. 2001: EPS1 = e sin(om), EPS2 = e cos(om), T0 = TASC + om PB/(2 pi); equal up to e^2 and a constant. */
    @Test
    void shouldAgreeBetweenLaplaceAndKeplerElementsWhenOrbitIsNearlyCircular() {
        double eccentricity = 1e-5;
        double omegaDegrees = 40;
        double omega = Math.toRadians(omegaDegrees);
        BinaryOrbit laplace = new BinaryOrbit(
                "ELL1",
                Map.of(
                        "PB",
                        PERIOD_DAYS,
                        "A1",
                        2.0,
                        "TASC",
                        55000.0,
                        "EPS1",
                        eccentricity * Math.sin(omega),
                        "EPS2",
                        eccentricity * Math.cos(omega)));
        Map<String, Double> kepler = new HashMap<>();
        kepler.put("PB", PERIOD_DAYS);
        kepler.put("A1", 2.0);
        kepler.put("T0", 55000.0 + PERIOD_DAYS * omegaDegrees / 360);
        kepler.put("E", eccentricity);
        kepler.put("OM", omegaDegrees);
        BinaryOrbit ellipse = new BinaryOrbit("BT", kepler);
        double constant = -1.5 * 2.0 * eccentricity * Math.sin(omega);
        for (int k = 0; k < 24; k++) {
            double seconds = PERIOD_SECONDS * k / 24;
            assertThat(ellipse.delaySeconds(EPOCH, seconds))
                    .isCloseTo(laplace.delaySeconds(EPOCH, seconds) + constant, offset(5e-9));
        }
    }

    @Test
    void shouldCountOrbitsAlikeFromPeriodAndFromFrequency() {
        Map<String, Double> shared = Map.of("A1", 5.0, "TASC", 55000.0);
        Map<String, Double> byPeriod = new HashMap<>(shared);
        byPeriod.put("PB", PERIOD_DAYS);
        byPeriod.put("PBDOT", 2e-12);
        Map<String, Double> byFrequency = new HashMap<>(shared);
        byFrequency.put("FB0", 1 / PERIOD_SECONDS);
        byFrequency.put("FB1", -2e-12 / (PERIOD_SECONDS * PERIOD_SECONDS));
        double tenYears = 3652.5 * 86400 + 12_345;

        assertThat(new BinaryOrbit("ELL1", byPeriod).delaySeconds(EPOCH, tenYears))
                .isCloseTo(new BinaryOrbit("ELL1", byFrequency).delaySeconds(EPOCH, tenYears), offset(1e-9));
    }

    @Test
    void shouldNameWhatAnIncompleteOrbitLacks() {
        assertThatThrownBy(() -> new BinaryOrbit("DD", Map.of("PB", 1.0, "A1", 1.0)).delaySeconds(EPOCH, 0))
                .isInstanceOfSatisfying(UnusableFrameException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.INCOMPLETE_ORBIT))
                .hasMessageContaining("T0");
        assertThatThrownBy(
                        () -> new BinaryOrbit("DD", Map.of("PB", 0.0, "A1", 1.0, "T0", 55000.0)).delaySeconds(EPOCH, 0))
                .hasMessageContaining("PB");
    }

    /** A wide orbit years from its epoch, where the rounding of the orbital phase exceeds 1e-13 s. */
    @Test
    void shouldSolveAWideOrbitAtAnyInstantYearsFromItsEpoch() {
        double periodDays = 12.327;
        BinaryOrbit orbit = new BinaryOrbit("ELL1", Map.of("PB", periodDays, "A1", 92.0, "TASC", 55000.0));
        for (int instant = 0; instant < 20_000; instant++) {
            double arrival = 1.5e8 + 61.803 * instant;
            double delay = orbit.delaySeconds(EPOCH, arrival);
            double expected = 92 * Math.sin(2 * Math.PI * (arrival - delay) / (periodDays * 86400));
            assertThat(delay).isCloseTo(expected, offset(1e-9));
        }
    }
}
