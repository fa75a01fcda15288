package org.axionwatch.physics.axion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import java.util.Random;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.axionwatch.physics.dispersion.InFrameProjection;
import org.axionwatch.physics.dispersion.ResidualCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatchedFilterBankTest {

    private static final int CHANNELS = 48;
    private static final ResonanceGrid GRID = new ResonanceGrid(1400, 10, 21);

    @ParameterizedTest
    @EnumSource(LineShape.class)
    void shouldRecoverAmplitudeExactlyWhenCurveIsTheTemplate(LineShape shape) {
        MatchedFilterBank bank = new MatchedFilterBank(GRID, shape, 15);
        double[] line = new ResonanceTemplate(shape, 15).sample(frequencies(), GRID.frequencyMHz(12));
        for (int i = 0; i < line.length; i++) {
            line[i] = 3e-6 * line[i] + (i % 2) * 1e-3 + 0.5 * Math.pow(1400 / frequencies()[i], 2);
        }

        MatchedFilterProducts products = bank.filter(curve(line));

        assertThat(products.numerators()[12] / products.denominators()[12]).isCloseTo(3e-6, withPercentage(1e-4));
    }

    /** Sums over channels in the same order, so the cells that go through the projection together do not touch each other. */
    @ParameterizedTest
    @EnumSource(LineShape.class)
    void shouldEqualEachTemplateProjectedAloneToTheLastBit(LineShape shape) {
        Random random = new Random(11);
        double[] noise = Arrays.stream(sigmas())
                .map(sigma -> sigma * random.nextGaussian())
                .toArray();
        ResonanceGrid grid = new ResonanceGrid(1150, 2, 430);
        InFrameProjection projection = curve(noise).projection();
        double[] residuals = projection.project(noise);

        MatchedFilterProducts products = new MatchedFilterBank(grid, shape, 15).filter(curve(noise));

        for (int cell = 0; cell < grid.count(); cell++) {
            double[] line =
                    projection.project(new ResonanceTemplate(shape, 15).sample(frequencies(), grid.frequencyMHz(cell)));
            assertThat(products.numerators()[cell]).isEqualTo(projection.product(line, residuals));
            assertThat(products.denominators()[cell]).isEqualTo(projection.product(line, line));
        }
    }

    @Test
    void shouldScatterByItsOwnUncertaintyWhenCurveIsNoise() {
        MatchedFilterBank bank = new MatchedFilterBank(GRID, LineShape.LORENTZIAN, 15);
        Random random = new Random(5);
        SummaryStatistics pulls = new SummaryStatistics();
        for (int trial = 0; trial < 3000; trial++) {
            double[] noise = sigmas();
            for (int i = 0; i < noise.length; i++) {
                noise[i] *= random.nextGaussian();
            }
            MatchedFilterProducts products = bank.filter(curve(noise));
            pulls.addValue(products.numerators()[7] / Math.sqrt(products.denominators()[7]));
        }
        assertThat(pulls.getMean()).isCloseTo(0, offset(4 / Math.sqrt(3000)));
        assertThat(pulls.getStandardDeviation()).isCloseTo(1, offset(4 / Math.sqrt(6000)));
    }

    @Test
    void shouldSeeNoCellBeyondTwoHalfWidthsOfAChannel() {
        MatchedFilterBank bank = new MatchedFilterBank(new ResonanceGrid(2000, 10, 10), LineShape.LORENTZIAN, 15);
        double highest = frequencies()[CHANNELS - 1];

        double[] denominators = bank.filter(curve(new double[CHANNELS])).denominators();

        for (int cell = 0; cell < denominators.length; cell++) {
            assertThat(denominators[cell] > 0).isEqualTo(2000 + 10 * cell - highest <= 30);
        }
    }

    @Test
    void shouldBeOneOnResonanceAndOneHalfAtTheHalfWidth() {
        double[] line = new ResonanceTemplate(LineShape.LORENTZIAN, 5).sample(new double[] {1500, 1505, 1495}, 1500);
        double[] plateau = new ResonanceTemplate(LineShape.AXION_FLOOR, 5).sample(new double[] {1500, 1510}, 1500);

        assertThat(line).containsExactly(new double[] {1, 0.5, 0.5}, offset(1e-15));
        assertThat(plateau).containsExactly(new double[] {1, 0.5 * 3000 / 3010}, offset(1e-15));
    }

    /** 1-2 GHz covers 8.271335 to 16.54267 micro-eV (PULSAR.md of the reference notes). */
    @Test
    void shouldGiveAxionMassOfEachCell() {
        assertThat(ResonanceGrid.DEFAULT.axionMassEv(0)).isCloseTo(8.271335e-6, withPercentage(1e-4));
        assertThat(ResonanceGrid.DEFAULT.axionMassEv(500)).isCloseTo(1.654267e-5, withPercentage(1e-4));
    }

    @Test
    void shouldRefuseGridOrLineThatIsNoNumber() {
        assertThatThrownBy(() -> new ResonanceGrid(1000, Double.NaN, 3)).hasMessageContaining("step");
        assertThatThrownBy(() -> new ResonanceGrid(1000, 1, 0)).hasMessageContaining("cell");
        assertThatThrownBy(() -> new ResonanceTemplate(LineShape.LORENTZIAN, 0)).hasMessageContaining("half width");
        assertThatThrownBy(() -> new MatchedFilterProducts(GRID, new double[1], new double[1]))
                .hasMessageContaining("21 cells");
    }

    private static ResidualCurve curve(double[] values) {
        int[] subIntegrations = new int[CHANNELS];
        for (int i = 0; i < CHANNELS; i++) {
            subIntegrations[i] = i % 2;
        }
        return new ResidualCurve(frequencies(), values, sigmas(), subIntegrations);
    }

    private static double[] frequencies() {
        double[] frequencies = new double[CHANNELS];
        for (int i = 0; i < CHANNELS; i++) {
            frequencies[i] = 1150 + 18.3 * i;
        }
        return frequencies;
    }

    private static double[] sigmas() {
        double[] sigmas = new double[CHANNELS];
        for (int i = 0; i < CHANNELS; i++) {
            sigmas[i] = (1 + i % 5) * 1e-6;
        }
        return sigmas;
    }
}
