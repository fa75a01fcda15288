package org.axionwatch.physics.dispersion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.HashMap;
import java.util.Map;
import org.axionwatch.physics.dispersion.UnusableFrameException.Reason;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The delays of the binary models. Numbers in the tables are solutions of {@code delay = f(arrival - delay)} to 30 digits with
 * mpmath, f being the papers' formulas (Damour and Deruelle 1986; Blandford and Teukolsky 1976; Lange et al. 2001; for ELL1H the
 * full Shapiro delay less its lowest harmonics, which quadrature gives).
 */
class OrbitModelsTest {
    private static final ModifiedJulianDate EPOCH = new ModifiedJulianDate(52000, 0);
    private static final double EPOCH_MJD = 52000;

    private static final Map<String, Double> RELATIVISTIC = Map.ofEntries(
            Map.entry("T0", EPOCH_MJD),
            Map.entry("PB", 0.322997448918),
            Map.entry("A1", 2.341776),
            Map.entry("ECC", 0.617134),
            Map.entry("OM", 292.5445),
            Map.entry("OMDOT", 4.226585),
            Map.entry("GAMMA", 0.0042919),
            Map.entry("PBDOT", -2.423e-12),
            Map.entry("M2", 1.39),
            Map.entry("SINI", 0.73),
            Map.entry("XDOT", 1e-14),
            Map.entry("EDOT", -2e-15),
            Map.entry("A0", 1e-6),
            Map.entry("B0", -2e-6),
            Map.entry("DR", 5e-6),
            Map.entry("DTH", 7e-6));

    private static final Map<String, Double> EDGE_ON = Map.ofEntries(
            Map.entry("TASC", EPOCH_MJD),
            Map.entry("PB", 4.76694461936),
            Map.entry("A1", 3.9775561),
            Map.entry("EPS1", -5.7e-6),
            Map.entry("EPS2", -1.49e-5),
            Map.entry("M2", 0.258),
            Map.entry("SINI", 0.99908),
            Map.entry("XDOT", -2e-15),
            Map.entry("PBDOT", 1.2e-12),
            Map.entry("EPS1DOT", 1e-16),
            Map.entry("EPS2DOT", -3e-16));

    private static final Map<String, Double> ORTHOMETRIC = Map.of(
            "TASC",
            EPOCH_MJD,
            "PB",
            1.5334494745635717,
            "A1",
            1.8979911463563552,
            "EPS1",
            -4.088e-8,
            "EPS2",
            -8.999e-8,
            "H3",
            1.1e-6);

    private static Map<String, Double> with(Map<String, Double> parameters, Object... changes) {
        Map<String, Double> changed = new HashMap<>(parameters);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put((String) changes[i], (Double) changes[i + 1]);
        }
        return changed;
    }

    private static Map<String, Double> without(Map<String, Double> parameters, String... names) {
        Map<String, Double> changed = new HashMap<>(parameters);
        for (String name : names) {
            changed.remove(name);
        }
        return changed;
    }

    private static double delay(String model, Map<String, Double> parameters, double arrivalSeconds) {
        return new BinaryOrbit(model, parameters).delaySeconds(EPOCH, arrivalSeconds);
    }

    @ParameterizedTest
    @CsvSource({
        "DD, 0, -0.82771485160503092",
        "DD, 3000, 1.3576557214674615",
        "DD, 20000, 2.1569504495922436",
        "DD, 100012345, 0.92474141488514295",
        "DD, -200000000, 3.2005126477823998",
        "DD, 330000777, 0.41833833836782798",
        "BT, 3000, 1.3576228789381809",
        "BT, 20000, 2.1569127518046407",
        "BT, 100012345, 0.92469780061164849",
        "BT, -200000000, 3.2004855478298124"
    })
    void shouldDelayAnEccentricRelativisticOrbitAsThePapersSay(String model, double arrival, double expected) {
        assertThat(delay(model, RELATIVISTIC, arrival)).isCloseTo(expected, offset(1e-10));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1.1335347071079071e-5",
        "102969.983778176, 3.9775625321290933",
        "60000, 3.1531160221024896",
        "100000000, -3.7935851756152513",
        "-299999995, -2.4233253827498533"
    })
    void shouldDelayANearlyCircularEdgeOnOrbitAsThePaperSays(double arrival, double expected) {
        assertThat(delay("ELL1", EDGE_ON, arrival)).isCloseTo(expected, offset(1e-11));
        assertThat(delay("T2", EDGE_ON, arrival)).isEqualTo(delay("ELL1", EDGE_ON, arrival));
    }

    @ParameterizedTest
    @CsvSource({
        "0.9, 0, 6.9261591689698241e-7",
        "0.9, 33122, 1.8979971162663856",
        "0.9, 100000, -1.8971332249097715",
        "0.9, 100000003, -1.8768367504548242",
        "0.3, 0, 3.5021038961005599e-7",
        "0.3, 33122, 1.8979929977634587",
        "0.3, 100000003, -1.876837025553761"
    })
    void shouldTakeOnlyTheHigherHarmonicsOfTheShapiroDelayInEll1h(double ratio, double arrival, double expected) {
        assertThat(delay("ELL1H", with(ORTHOMETRIC, "STIGMA", ratio), arrival)).isCloseTo(expected, offset(1e-11));
    }

    @Test
    void shouldApproachTheClosedFormOfEll1hByItsHarmonics() {
        double ratio = 0.3;
        Map<String, Double> closed = with(ORTHOMETRIC, "STIGMA", ratio);
        Map<String, Double> series = with(ORTHOMETRIC, "H4", ratio * 1.1e-6, "NHARMS", 25.0);
        Map<String, Double> short7 = with(ORTHOMETRIC, "H4", ratio * 1.1e-6);
        for (int k = 0; k < 24; k++) {
            double arrival = 5_520.4 * k;
            assertThat(delay("ELL1H", series, arrival)).isCloseTo(delay("ELL1H", closed, arrival), offset(1e-14));
            // the eighth harmonic is 4 H3 0.3^5 / 8 and the rest adds less than half of it
            assertThat(delay("ELL1H", short7, arrival)).isCloseTo(delay("ELL1H", closed, arrival), offset(2e-9));
        }
        double quarter = 33_122.5;
        double third = delay("ELL1H", ORTHOMETRIC, quarter) - delay("ELL1H", without(ORTHOMETRIC, "H3"), quarter);
        assertThat(third).isCloseTo(4.0 / 3 * 1.1e-6, offset(1e-9)); // -4/3 H3 sin(3 pi/2)
    }

    @Test
    void shouldTakeTheInclinationFromEveryFormOfIt() {
        double sine = 0.73;
        double ratio = (1 - Math.sqrt(1 - sine * sine)) / sine;
        double range = 1.39 * 4.925490947e-6;
        Map<String, Double> bare = without(RELATIVISTIC, "SINI");
        Map<String, Double> dds = with(bare, "SHAPMAX", -Math.log(1 - sine));
        Map<String, Double> ddk = with(bare, "KIN", 180 - Math.toDegrees(Math.asin(sine)), "KOM", 71.0);
        Map<String, Double> ddh = with(without(bare, "M2"), "STIGMA", ratio, "H3", range * Math.pow(ratio, 3));
        for (int k = 0; k < 24; k++) {
            double arrival = 1_162.7 * k;
            double expected = delay("DD", RELATIVISTIC, arrival);
            assertThat(delay("DDS", dds, arrival)).isCloseTo(expected, offset(1e-14));
            assertThat(delay("DDK", ddk, arrival)).isCloseTo(expected, offset(1e-14));
            assertThat(delay("DDH", ddh, arrival)).isCloseTo(expected, offset(1e-13));
        }
    }

    /** Seen from the node the ellipse that advances has the period 2 pi / (n + advance); both agree up to e^2. */
    @Test
    void shouldTurnTheEllipseOfEll1kAsBtDoes() {
        double eccentricity = 1e-5;
        double advance = Math.toRadians(20) / (365.25 * 86400);
        double omega = Math.toRadians(40);
        double motion = 2 * Math.PI / (1.5 * 86400);
        Map<String, Double> bt =
                Map.of("T0", EPOCH_MJD, "PB", 1.5, "A1", 2.0, "ECC", eccentricity, "OM", 40.0, "OMDOT", 20.0);
        double nodeSeconds = -omega / (motion + advance);
        double omegaAtNode = omega + advance * nodeSeconds;
        Map<String, Double> ell1k = Map.of(
                "TASC",
                EPOCH_MJD + nodeSeconds / 86400,
                "PB",
                2 * Math.PI / (motion + advance) / 86400,
                "A1",
                2.0,
                "EPS1",
                eccentricity * Math.sin(omegaAtNode),
                "EPS2",
                eccentricity * Math.cos(omegaAtNode),
                "OMDOT",
                20.0);
        for (int k = 0; k < 200; k++) {
            double arrival = 2_345_678.9 * k;
            assertThat(delay("ELL1k", ell1k, arrival)).isCloseTo(delay("BT", bt, arrival), offset(4e-9));
        }
    }

    @Test
    void shouldNameWhatAModelNeglects() {
        assertThat(new BinaryOrbit("DD", RELATIVISTIC).description()).isEqualTo("DD");
        assertThat(new BinaryOrbit("T2", EDGE_ON).description()).isEqualTo("T2 as ELL1");
        assertThat(new BinaryOrbit("T2", RELATIVISTIC).description()).isEqualTo("T2 as DD");
        assertThat(new BinaryOrbit("DDK", with(without(RELATIVISTIC, "SINI"), "KIN", 70.0, "KOM", 30.0)).description())
                .isEqualTo("DDK without KOM");
        assertThat(new BinaryOrbit("BT", RELATIVISTIC).description()).isEqualTo("BT without A0, B0, DR, DTH, M2, SINI");
        assertThat(new BinaryOrbit("DDGR", with(RELATIVISTIC, "MTOT", 2.8)).description())
                .isEqualTo("DDGR as DD without MTOT");
    }

    @Test
    void shouldRefuseImpossibleInclinationsEccentricitiesAndRatios() {
        assertRefused("DD", with(RELATIVISTIC, "SINI", 1.2), "sine of inclination");
        assertRefused("DD", with(RELATIVISTIC, "SINI", Double.NaN), "SINI");
        assertRefused("DD", with(RELATIVISTIC, "ECC", 1.0), "eccentricity");
        assertRefused("DDH", with(without(RELATIVISTIC, "SINI", "M2"), "H3", 1e-7, "STIGMA", 1.0), "STIGMA");
        assertRefused("BTX", with(without(RELATIVISTIC, "PB"), "FB0", 0.0), "FB0");
    }

    private static void assertRefused(String model, Map<String, Double> parameters, String named) {
        assertThatThrownBy(() -> delay(model, parameters, 1e4))
                .isInstanceOfSatisfying(UnusableFrameException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.INCOMPLETE_ORBIT))
                .hasMessageContaining(named);
    }
}
