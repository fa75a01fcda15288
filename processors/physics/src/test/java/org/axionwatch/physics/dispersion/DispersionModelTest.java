package org.axionwatch.physics.dispersion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected delays: PULSAR.md of the reference notes, item 7, for J1933-6211's DM of 11.520 between 1 and 2 GHz. */
class DispersionModelTest {

    @Test
    void shouldDifferBetweenTempoAndCodataConstant() {
        DispersionModel codata = new DispersionModel(PlasmaConstant.CODATA);

        assertThat(DispersionModel.DEFAULT.delayDifferenceSeconds(11.520, 1000, 2000))
                .isCloseTo(0.0358506224, offset(1e-10));
        assertThat(codata.delayDifferenceSeconds(11.520, 1000, 2000)).isCloseTo(0.0358456875, offset(1e-10));
        assertThat(PlasmaConstant.CODATA.secondsMHz2Cm3PerPc()).isCloseTo(4148.806424, offset(1e-6));
    }

    @Test
    void shouldGiveNoDelayAtInfiniteFrequency() {
        assertThat(DispersionModel.DEFAULT.delaySeconds(50, Double.POSITIVE_INFINITY))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1400, Double.NaN})
    void shouldRefuseFrequencyThatIsNotPositive(double frequencyMHz) {
        assertThatThrownBy(() -> DispersionModel.DEFAULT.delaySeconds(50, frequencyMHz))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("frequency");
    }
}
