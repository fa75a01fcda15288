package org.axionwatch.physics.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateResolutionTest {

    /** The 80-bit numbers next to these decimals, from numpy.longdouble. */
    @ParameterizedTest
    @CsvSource({
        "58485, 0.0000000045724152, 1287020, 48",
        "58484, 0.9999999880579343, 281474973349263, 48",
        "58485, 0.0000000132930085, 3741649, 48",
        "31999, 0.3, 168884986026394, 49",
    })
    void shouldRoundToThe64BitsOfAnExtendedNumber(int day, double fraction, long steps, int digits) {
        ModifiedJulianDate rounded = DateResolution.EIGHTY_BIT.round(new ModifiedJulianDate(day, fraction));

        assertThat(rounded).isEqualTo(new ModifiedJulianDate(day, Math.scalb((double) steps, -digits)));
    }

    @ParameterizedTest
    @CsvSource({"58484", "32768", "65535"})
    void shouldCarryIntoTheNextDay(int day) {
        ModifiedJulianDate rounded = DateResolution.EIGHTY_BIT.round(new ModifiedJulianDate(day, Math.nextDown(1.0)));

        assertThat(rounded).isEqualTo(new ModifiedJulianDate(day + 1, 0));
    }
}
