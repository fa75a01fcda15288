package org.axionwatch.physics.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservatoryEphemerisTest {

    private static final ModifiedJulianDate DATE = new ModifiedJulianDate(57000, 0.37);
    private static final Observatory ARECIBO = Observatories.find("ao").orElseThrow();
    private static final Observatory GEOCENTRE = Observatories.find("coe").orElseThrow();

    @Test
    void shouldCarryTelescopeRoundTheAxisOfTheEarth() {
        double[] arecibo = difference(
                state(ARECIBO).velocityMetresPerSecond(), state(GEOCENTRE).velocityMetresPerSecond());
        double[] position =
                difference(state(ARECIBO).positionMetres(), state(GEOCENTRE).positionMetres());
        double axisDistance = Math.hypot(ARECIBO.xMetres(), ARECIBO.yMetres());

        assertThat(length(arecibo)).isCloseTo(2 * Math.PI / 86164.1 * axisDistance, offset(0.01));
        assertThat(length(position)).isCloseTo(Math.hypot(axisDistance, ARECIBO.zMetres()), offset(0.01));
        assertThat(arecibo[0] * position[0] + arecibo[1] * position[1] + arecibo[2] * position[2])
                .isCloseTo(0, offset(1e-6 * length(arecibo) * length(position)));
    }

    @Test
    void shouldMoveAsTheDerivativeOfItsPosition() {
        double[] before = new ObservatoryEphemeris(ARECIBO)
                .stateAt(DATE.plusSeconds(-1), TimeScale.UTC)
                .positionMetres();
        double[] after = new ObservatoryEphemeris(ARECIBO)
                .stateAt(DATE.plusSeconds(1), TimeScale.UTC)
                .positionMetres();
        double[] velocity = state(ARECIBO).velocityMetresPerSecond();
        for (int axis = 0; axis < 3; axis++) {
            assertThat((after[axis] - before[axis]) / 2).isCloseTo(velocity[axis], offset(0.05));
        }
    }

    @Test
    void shouldNotMoveAtTheBarycentre() {
        assertThat(state(Observatory.BARYCENTRE).roemerSeconds(new double[] {1, 0, 0}, 10))
                .isZero();
    }

    /** A positive leap second ended 2016: UTC 2017-01-01 00:00 came two seconds after 23:59:59. */
    @Test
    void shouldCountLeapSeconds() {
        ModifiedJulianDate before = new ModifiedJulianDate(57753, 86399.0 / 86400);
        ModifiedJulianDate after = new ModifiedJulianDate(57754, 0);

        assertThat(ObservatoryEphemeris.elapsedSeconds(before, after, TimeScale.UTC))
                .isCloseTo(2, offset(1e-9));
        assertThat(ObservatoryEphemeris.elapsedSeconds(before, after, TimeScale.TDB))
                .isCloseTo(1, offset(1e-9));
        assertThat(ObservatoryEphemeris.toTdb(after, TimeScale.UTC).secondsSince(after))
                .isCloseTo(69.184, offset(1e-6));
    }

    @ParameterizedTest
    @ValueSource(ints = {-5000, 41316, 90000})
    void shouldRefuseDateOutsideTheEphemeris(int day) {
        assertThatThrownBy(
                        () -> new ObservatoryEphemeris(ARECIBO).stateAt(new ModifiedJulianDate(day, 0), TimeScale.UTC))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(day));
    }

    @ParameterizedTest
    @CsvSource({
        "3, arecibo", "AO, arecibo", "1, gbt", "gb, gbt", "7, parkes", "pks, parkes", "jb, jodrell", "8, jodrell",
        "g, effelsberg", "eff, effelsberg", "f, nancay", "ncy, nancay", "i, wsrt", "m, meerkat", "6, vla", "y, chime",
        "CHIME, chime", "fast, fast", "r, gmrt", "lofar, lofar", "@, barycentre", "bat, barycentre"
    })
    void shouldKnowObservatoryByItsCode(String code, String name) {
        assertThat(Observatories.find(code).orElseThrow().name()).isEqualTo(name);
    }

    @Test
    void shouldNotKnowObservatoryThatDoesNotExist() {
        assertThat(Observatories.find("atlantis")).isEmpty();
    }

    @Test
    void shouldKeepNanosecondsInDates() {
        ModifiedJulianDate date = new ModifiedJulianDate(58000, 0.999_999_999_999);

        assertThat(date.plusSeconds(1e-9).secondsSince(date)).isCloseTo(1e-9, offset(2e-11));
        assertThat(date.plusSeconds(1).day()).isEqualTo(58001);
        assertThatThrownBy(() -> new ModifiedJulianDate(58000, Double.NaN)).hasMessageContaining("NaN");
    }

    private static BarycentricState state(Observatory observatory) {
        return new ObservatoryEphemeris(observatory).stateAt(DATE, TimeScale.UTC);
    }

    private static double[] difference(double[] a, double[] b) {
        return new double[] {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
    }

    private static double length(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }
}
