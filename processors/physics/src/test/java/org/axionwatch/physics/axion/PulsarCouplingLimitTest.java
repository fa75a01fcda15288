package org.axionwatch.physics.axion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PulsarCouplingLimitTest {

    private static final double MASS_EV = 1e-5;
    private static final AxionDelayModel MODEL = AxionDelayModel.DEFAULT;

    @Test
    void shouldRecoverTheCouplingWhenDelaysFollowFromIt() {
        double coupling = 3e-2;
        double delay = MODEL.resonantDelaySeconds(new Axion(MASS_EV, coupling));
        PulsarCouplingLimit limit = new PulsarCouplingLimit(new double[] {MASS_EV});
        limit.add(MODEL, new double[] {delay}, new double[] {delay / 20});
        limit.add(MODEL, new double[] {delay}, new double[] {delay / 15});

        PulsarCouplingLimit.Point point = limit.points()[0];
        assertThat(1e-10 * Math.sqrt(point.bestFit())).isCloseTo(coupling, within(1e-12));
        assertThat(point.significance()).isCloseTo(25, within(1e-9));
        assertThat(point.inverseDecayConstantPerGev())
                .isCloseTo(coupling * Math.sqrt(1 + 1.6448536269514722 / 25), within(1e-12));
    }

    @Test
    void shouldSetNoLimitWhereNoPulsarSeesTheMass() {
        PulsarCouplingLimit limit = new PulsarCouplingLimit(new double[] {MASS_EV, 2 * MASS_EV});
        limit.add(MODEL, new double[] {Double.NaN, 0}, new double[] {Double.NaN, 1e-8});

        assertThat(limit.points()).singleElement().satisfies(point -> assertThat(point.massEv())
                .isEqualTo(2 * MASS_EV));
    }

    @Test
    void shouldRefuseDelaysThatDoNotScaleWithTheCoupling() {
        AxionDelayModel cutoff =
                new AxionDelayModel(FrequencyConvention.PHYSICAL, Regularisation.CUTOFF, 1e5, Sightline.PAPER);
        PulsarCouplingLimit limit = new PulsarCouplingLimit(new double[] {MASS_EV});

        assertThatThrownBy(() -> limit.add(cutoff, new double[] {0}, new double[] {1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CUTOFF");
    }
}
