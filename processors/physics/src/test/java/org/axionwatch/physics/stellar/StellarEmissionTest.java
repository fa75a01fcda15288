package org.axionwatch.physics.stellar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class StellarEmissionTest {

    @Test
    void shouldReduceToRaffeltsFormWhenMasslessWithoutPlasmaFrequency() {
        double expected = (1 + 16.8 / 3600) * Math.log(1 + 3600 / 16.8) - 1;
        assertThat(PrimakoffKernel.value(30, 0, 0, 16.8)).isCloseTo(expected, Percentage.withPercentage(1e-10));
    }

    @Test
    void shouldMatchAngularIntegralWhenMassive() {
        double energy = 60;
        double mass = 30;
        double plasma = 0.4;
        double screening = 60;
        double axion = Math.sqrt(energy * energy - mass * mass);
        double photon = Math.sqrt(energy * energy - plasma);
        int cells = 200_000;
        double sum = 0;
        for (int i = 0; i < cells; i++) {
            double cosine = -1 + (i + 0.5) * 2 / cells;
            double transfer = photon * photon + axion * axion - 2 * photon * axion * cosine;
            double sine = photon * axion * photon * axion * (1 - cosine * cosine);
            sum += 2 * sine / (transfer * (transfer + screening)) * 2 / cells;
        }
        assertThat(PrimakoffKernel.value(energy, mass, plasma, screening))
                .isCloseTo(sum, Percentage.withPercentage(1e-6));
    }

    @Test
    void shouldScaleWithSquaredCouplingWhenEmissivityIsIntegrated() {
        double weak = Emissivity.inBand(new PrimakoffProduction(17, 16.8, 0, 0, 1e-12), 0, Double.POSITIVE_INFINITY);
        double strong = Emissivity.inBand(new PrimakoffProduction(17, 16.8, 0, 0, 1e-11), 0, Double.POSITIVE_INFINITY);
        assertThat(strong / weak).isCloseTo(100, Offset.offset(1e-9));
    }

    @Test
    void shouldCoverWholeSpectrumWhenBandsAreAdded() {
        AxionProcess process = new CoalescenceProduction(17.5, 100, 1e-12);
        double whole = Emissivity.inBand(process, 0, Double.POSITIVE_INFINITY);
        double parts = Emissivity.inBand(process, 50, 130) + Emissivity.inBand(process, 130, Double.POSITIVE_INFINITY);
        assertThat(parts).isCloseTo(whole, Percentage.withPercentage(1e-6));
        assertThat(Emissivity.inBand(process, 10, 90)).isZero();
    }

    @Test
    void shouldKnowClassicalNumbersOfLaneEmdenThree() {
        LaneEmden solution = new LaneEmden();
        assertThat(solution.surface()).isCloseTo(6.89684862, Offset.offset(1e-7));
        assertThat(solution.mass()).isCloseTo(2.01823595, Offset.offset(1e-7));
    }

    @Test
    void shouldGiveWolfRayetTemperatureWhenBandHoldsPublishedShare() {
        assertThat(ClusterSpectrum.withBandFraction(1.7 / 2.1, 0.25, 10, 80).temperatureKeV())
                .isCloseTo(13.4271, Offset.offset(1e-4));
    }

    @Test
    void shouldNormaliseMassFunctionToOneStar() {
        assertThat(InitialMassFunction.fraction(0, 100)).isCloseTo(1, Offset.offset(1e-12));
    }

    @Test
    void shouldPeakAtBurstWhenStarsAreNineMillionYearsOld() {
        assertThat(StarFormationHistory.solarMassesPerYear(9 - 1e-9)).isCloseTo(31, Offset.offset(1e-6));
        assertThat(StarFormationHistory.solarMassesPerYear(9.1)).isZero();
    }

    @Test
    void shouldNameQuantityWhenItIsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StellarMatter(1, Map.of(Nuclide.HE4, 0.5)))
                .withMessageContaining("add up to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PrimakoffKernel.value(10, 30, 0, 1))
                .withMessageContaining("below the axion mass");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CoalescenceProduction(17, 100, 1e-12).spectrum(99))
                .withMessageContaining("below the axion mass");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterSpectrum.withBandFraction(0.999999, 0.25, 10, 80))
                .withMessageContaining("no temperature");
    }
}
