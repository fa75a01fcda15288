package org.axionwatch.physics.xray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PowerLawTest {

    @Test
    void shouldIntegrateInClosedForm() {
        assertThat(new PowerLaw(2, 3).photonFlux(2, 8)).isCloseTo(3 * (1 / 2.0 - 1 / 8.0), within(1e-15));
        assertThat(new PowerLaw(-1, 1).photonFlux(1, 3)).isCloseTo(4, within(1e-14));
        assertThat(new PowerLaw(1, 2).photonFlux(1, Math.E)).isCloseTo(2, within(1e-15));
    }

    @Test
    void shouldStaySmoothWhereTheIndexIsNearlyOne() {
        assertThat(new PowerLaw(1 + 1e-13, 1).photonFlux(0.5, 7)).isCloseTo(Math.log(14), within(1e-12));
    }

    @Test
    void shouldRefuseABandFromZero() {
        assertThatThrownBy(() -> new PowerLaw(2, 1).photonFlux(0, 1)).isInstanceOf(XrayModelException.class);
        assertThatThrownBy(() -> new PowerLaw(Double.NaN, 1)).isInstanceOf(XrayModelException.class);
    }
}
