package org.axionwatch.physics.dispersion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.junit.jupiter.api.Test;

class ToaSelectionTest {
    private static ObservedToa toa(ToaFlag... flags) {
        return new ObservedToa(new ModifiedJulianDate(55000, 0.25), 1410, 1e-6, 0, List.of(flags));
    }

    private static boolean selects(String flag, String value, ToaFlag... flags) {
        return new ToaSelection(flag, value).selects(toa(flags));
    }

    @Test
    void shouldSelectByFlagDateAndFrequency() {
        ToaFlag receiver = new ToaFlag("fe", "L-wide");
        assertThat(selects("fe", "L-wide", receiver)).isTrue();
        assertThat(selects("fe", "S-wide", receiver)).isFalse();
        assertThat(selects("", "")).isTrue();
        assertThat(selects("mjd", "54999 55000.3")).isTrue();
        assertThat(selects("mjd", "54999 55000.2")).isFalse();
        assertThat(selects("freq", "1400 1420")).isTrue();
        assertThat(selects("freq", "1000 1400")).isFalse();
    }

    @Test
    void shouldSelectAnObservatoryByAnyOfItsCodes() {
        ToaFlag arecibo = new ToaFlag(ToaSelection.OBSERVATORY, "3");
        assertThat(selects("tel", "ao", arecibo)).isTrue();
        assertThat(selects("tel", "ARECIBO", arecibo)).isTrue();
        assertThat(selects("tel", "gbt", arecibo)).isFalse();
        assertThat(selects("tel", "nowhere", arecibo)).isFalse();
        assertThat(selects("tel", "nowhere", new ToaFlag(ToaSelection.OBSERVATORY, "Nowhere")))
                .isTrue();
        assertThat(selects("tel", "ao")).isFalse();
    }
}
