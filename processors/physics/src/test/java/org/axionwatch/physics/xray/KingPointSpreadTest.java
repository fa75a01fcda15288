package org.axionwatch.physics.xray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.apache.commons.math3.random.Well19937c;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class KingPointSpreadTest {

    private static final KingPointSpread NUSTAR = KingPointSpread.of(18, 58);

    @Test
    void shouldHaveTheCoreAndTheHalfPowerDiameterOfTheTelescope() {
        assertThat(NUSTAR.fractionWithin(29)).isCloseTo(0.5, Offset.offset(1e-9));
        double half = Math.pow(1 + 81 / Math.pow(NUSTAR.coreRadiusArcsec(), 2), -NUSTAR.slope());
        assertThat(half).isCloseTo(0.5, Offset.offset(1e-9));
    }

    @Test
    void shouldAddUpWhenAnnuliTouch() {
        double[] annuli = NUSTAR.annuli(new double[] {0, 20, 60, 237});
        assertThat(Arrays.stream(annuli).sum()).isCloseTo(NUSTAR.fractionWithin(237), Offset.offset(1e-12));
    }

    /** Photons drawn from the profile: r = r_c sqrt(u^(1/(1-slope)) - 1). */
    @Test
    void shouldMatchDrawnPhotonsWhenThePixelsAreSquare() {
        Well19937c random = new Well19937c(2008);
        int photons = 200_000;
        double[] drawn = new double[49];
        for (int i = 0; i < photons; i++) {
            double radius = NUSTAR.coreRadiusArcsec()
                    * Math.sqrt(Math.pow(1 - random.nextDouble(), 1 / (1 - NUSTAR.slope())) - 1);
            double angle = 2 * Math.PI * random.nextDouble();
            int column = (int) Math.floor(radius * Math.cos(angle) / 15 + 3.5);
            int row = (int) Math.floor(radius * Math.sin(angle) / 15 + 3.5);
            if (column >= 0 && column < 7 && row >= 0 && row < 7) {
                drawn[row * 7 + column]++;
            }
        }
        double[] pixels = NUSTAR.pixels(7, 15);
        for (int i = 0; i < pixels.length; i++) {
            double sigma = Math.sqrt(pixels[i] * (1 - pixels[i]) / photons);
            assertThat(drawn[i] / photons)
                    .as("seed 2008, pixel %d", i)
                    .isCloseTo(pixels[i], Offset.offset(4.5 * sigma));
        }
    }

    @Test
    void shouldNameTheQuantityWhenItIsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KingPointSpread(10, 1))
                .withMessageContaining("slope");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NUSTAR.annuli(new double[] {5, 5}))
                .withMessageContaining("annulus 0");
    }
}
