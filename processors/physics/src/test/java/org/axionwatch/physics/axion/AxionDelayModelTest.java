package org.axionwatch.physics.axion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;

/** Expected values quoted from the repaired formulas of arXiv:2505.16562 (PULSAR.md of the reference notes) where numbers. */
class AxionDelayModelTest {

    private static final Axion AXION = new Axion(1e-5, 1e-10);
    private static final AxionDelayModel FLOOR = AxionDelayModel.DEFAULT;

    @Test
    void shouldMatchQuotedDelays() {
        assertThat(AXION.couplingPerEv()).isCloseTo(2.903524e-23, withPercentage(1e-4));
        assertThat(FLOOR.delaySeconds(1e9, AXION)).isCloseTo(5.147038357e-29, withPercentage(1e-4));
        assertThat(FLOOR.resonantDelaySeconds(AXION)).isCloseTo(1.96545363e-25, withPercentage(1e-4));
        assertThat(FrequencyConvention.PHYSICAL.resonanceFrequencyHz(1e-5)).isCloseTo(1208994621.04, offset(1.0));
        assertThat(FrequencyConvention.PAPER.resonanceFrequencyHz(1.3e-6)).isCloseTo(0.98752e9, offset(1e4));
    }

    @Test
    void shouldScaleWithInverseSquareOfDecayConstant() {
        Axion tenTimes = new Axion(1e-5, 1e-9);

        assertThat(FLOOR.delaySeconds(1.3e9, tenTimes) / FLOOR.delaySeconds(1.3e9, AXION))
                .isCloseTo(100, offset(1e-10));
    }

    /** The difference of two nearly equal numbers; expected: its exact algebraic form in wide decimal arithmetic. */
    @Test
    void shouldKeepDigitsOfDifferenceWhenAxionIsHeavy() {
        Axion heavy = new Axion(10, 1e-4);

        // t = C/(m^2 - 4 w^2): the difference is C/m^4 * 4 (w2^2 - w1^2) to 1e-11
        double energySquares = 4 * 4.135667696923859e-6 * 4.135667696923859e-6 * (2.0 * 2.0 - 1.0 * 1.0);
        double expected = FLOOR.delaySeconds(1e9, heavy) * energySquares / 100;
        for (Regularisation regularisation : Regularisation.values()) {
            AxionDelayModel model =
                    new AxionDelayModel(FrequencyConvention.PHYSICAL, regularisation, 1e5, Sightline.PAPER);
            double sign = regularisation == Regularisation.PRINCIPAL_VALUE ? -1 : 1;
            assertThat(sign * model.delayDifferenceSeconds(1e9, 2e9, heavy)).isCloseTo(expected, withPercentage(1e-6));
        }
    }

    @Test
    void shouldAgreeBetweenRegularisationsFarFromResonance() {
        for (Regularisation regularisation : Regularisation.values()) {
            AxionDelayModel model =
                    new AxionDelayModel(FrequencyConvention.PHYSICAL, regularisation, 1e5, Sightline.PAPER);
            assertThat(model.delaySeconds(2e9, AXION)).isCloseTo(FLOOR.delaySeconds(2e9, AXION), withPercentage(1e-5));
        }
    }

    @Test
    void shouldAverageOverTheChannelOneChannelFromResonance() {
        double resonanceHz = FrequencyConvention.PHYSICAL.resonanceFrequencyHz(1e-5);
        double far = FLOOR.delaySeconds(2e9, AXION);
        double mean = new IterativeLegendreGaussIntegrator(16, 1e-12, 1e-40)
                        .integrate(100_000, hertz -> kernel(resonanceHz + hertz), 0.8e5, 1.8e5)
                / 1e5;
        for (Regularisation regularisation :
                new Regularisation[] {Regularisation.CUTOFF, Regularisation.PRINCIPAL_VALUE}) {
            AxionDelayModel model =
                    new AxionDelayModel(FrequencyConvention.PHYSICAL, regularisation, 1e5, Sightline.PAPER);
            assertThat(model.delaySeconds(resonanceHz + 1.3e5, AXION) / far)
                    .isCloseTo(mean / kernel(2e9), withPercentage(1e-4));
        }
    }

    @Test
    void shouldVanishOnResonanceWhenAmplitudeIsSigned() {
        AxionDelayModel signed =
                new AxionDelayModel(FrequencyConvention.PHYSICAL, Regularisation.PRINCIPAL_VALUE, 1e5, Sightline.PAPER);

        assertThat(signed.resonantDelaySeconds(AXION)).isCloseTo(0, offset(1e-3 * FLOOR.resonantDelaySeconds(AXION)));
    }

    @Test
    void shouldInvertResonantDelay() {
        assertThat(FLOOR.inverseDecayConstantPerGev(FLOOR.resonantDelaySeconds(new Axion(1.2e-5, 3e-7)), 1.2e-5))
                .isCloseTo(3e-7, withPercentage(1e-10));
    }

    @Test
    void shouldRefuseChannelThatReachesZeroFrequencyAndAxionWithoutMass() {
        assertThatThrownBy(() -> FLOOR.delaySeconds(4e4, AXION)).hasMessageContaining("channel");
        assertThatThrownBy(() -> FLOOR.delaySeconds(Double.NaN, AXION)).hasMessageContaining("channel");
        assertThatThrownBy(() -> new Axion(Double.NaN, 1)).hasMessageContaining("mass");
    }

    /** 1/|4 omega^2 - m^2| up to a constant. */
    private static double kernel(double hertz) {
        double energy = hertz * 4.135667696923859e-15;
        return 1 / Math.abs(4 * energy * energy - 1e-10);
    }
}
